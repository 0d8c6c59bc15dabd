/**
 * Drives the real window through its main job and takes pictures of it. Runs on a separate thread
 * and touches the window on the JavaFX thread; waits for conditions, never for a fixed time.
 */
@NullMarked
package edgeone.purge.ui.tour;

import org.jspecify.annotations.NullMarked;
