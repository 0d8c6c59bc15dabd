/**
 * Shows the steps of a job in a line, for the screens that show jobs. Knows neither journal nor
 * engine's work. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.steps;

import org.jspecify.annotations.NullMarked;
