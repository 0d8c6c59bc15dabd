/**
 * Pictures of numbers: bars and lines over days, bars of shares, each with its legend and its
 * table. They know nothing of jobs. Everything is used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.stats.chart;

import org.jspecify.annotations.NullMarked;
