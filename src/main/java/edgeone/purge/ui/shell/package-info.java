/**
 * The window around the screens: what it is signed in to, what runs, where a person is. Screens use
 * it and are never imported by it; they are registered. {@link edgeone.purge.ui.shell.Session} and
 * {@link edgeone.purge.ui.shell.Runs} know no controls. Everything is used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell;

import org.jspecify.annotations.NullMarked;
