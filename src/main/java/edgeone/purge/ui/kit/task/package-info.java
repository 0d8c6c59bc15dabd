/** Runs work off the JavaFX thread and delivers its result on it. */
@NullMarked
package edgeone.purge.ui.kit.task;

import org.jspecify.annotations.NullMarked;
