/**
 * The screen that plans and sends a purge. {@link edgeone.purge.ui.purge.PurgeViewModel} knows no
 * controls; the views know nothing of the engine but what it hands them. Everything is used on the
 * JavaFX thread, except {@link edgeone.purge.ui.purge.Intake}, which is pure.
 */
@NullMarked
package edgeone.purge.ui.purge;

import org.jspecify.annotations.NullMarked;
