/** Dialogs, file choosers and the pane that shows an error. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.kit.dialog;

import org.jspecify.annotations.NullMarked;
