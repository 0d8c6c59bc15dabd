/**
 * The pictures of the statistics: what each draws, what it says and which table belongs to it.
 * Everything is used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.stats.figure;

import org.jspecify.annotations.NullMarked;
