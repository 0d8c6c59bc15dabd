/**
 * One purge over several zones: its plan, and the dialog that shows it before it is sent. Used on
 * the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.purge.split;

import org.jspecify.annotations.NullMarked;
