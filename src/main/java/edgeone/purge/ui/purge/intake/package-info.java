/**
 * What a person pastes, drops or opens: reading it, finding out what it is, and bringing it into
 * the editor. Used on the JavaFX thread, except {@link edgeone.purge.ui.purge.intake.Intake} and
 * {@link edgeone.purge.ui.purge.intake.Recognition}, which also work off it.
 */
@NullMarked
package edgeone.purge.ui.purge.intake;

import org.jspecify.annotations.NullMarked;
