/**
 * The list of targets as an editor: its lines, their marks, and the gutter with line numbers and
 * outcomes. Knows nothing of plans or runs but what the rest of {@code ui.purge} hands it. Used on
 * the JavaFX thread; {@code LineContent} and {@code Selection} are pure.
 */
@NullMarked
package edgeone.purge.ui.purge.editor;

import org.jspecify.annotations.NullMarked;
