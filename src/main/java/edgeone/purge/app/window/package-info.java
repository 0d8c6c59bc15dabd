/**
 * Starts the window: one per home folder, its first frame early, and a message if it cannot start.
 * Methods that need the JavaFX thread say so.
 */
@NullMarked
package edgeone.purge.app.window;

import org.jspecify.annotations.NullMarked;
