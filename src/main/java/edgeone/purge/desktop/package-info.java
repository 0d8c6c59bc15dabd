/**
 * The notifications of the desktop, where there is one. Whatever text is given reaches it as data,
 * never as markup, code or an option. Calls block; not for the JavaFX thread.
 */
@NullMarked
package edgeone.purge.desktop;

import org.jspecify.annotations.NullMarked;
