/** The zone picker of the top bar and its searchable list. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.shell.zone;

import org.jspecify.annotations.NullMarked;
