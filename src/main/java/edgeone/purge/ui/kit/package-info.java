/**
 * What all screens share: theme, formats, background work, dialogs, cells. Does not know any
 * screen. Nodes are touched on the JavaFX thread only; {@link edgeone.purge.ui.kit.Tasks} moves
 * work off it and delivers the answers.
 */
@NullMarked
package edgeone.purge.ui.kit;

import org.jspecify.annotations.NullMarked;
