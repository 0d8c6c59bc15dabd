/**
 * Drives the real window through its main job and takes pictures of it. Runs on a thread of its own
 * and touches the window on the JavaFX thread; waits for what must be there, never for a time.
 */
@NullMarked
package edgeone.purge.ui.tour;

import org.jspecify.annotations.NullMarked;
