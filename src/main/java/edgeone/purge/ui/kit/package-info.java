/**
 * What all screens share: theme, formats, background work, dialogs, cells. Knows no screen. Nodes
 * are touched on the JavaFX thread only; {@link edgeone.purge.ui.kit.task.Tasks} carries work off
 * it and answers back.
 */
@NullMarked
package edgeone.purge.ui.kit;

import org.jspecify.annotations.NullMarked;
