/**
 * The Statistics screen: the jobs of a period summed up, as pictures and tables. {@link
 * edgeone.purge.ui.stats.StatsViewModel} knows no controls. The pictures are packages below.
 * Everything is used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.stats;

import org.jspecify.annotations.NullMarked;
