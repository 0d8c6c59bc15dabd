/**
 * A form made from the description of an action. What it does not know, and what is of another type
 * than described, stays as it was given. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.explorer.form;

import org.jspecify.annotations.NullMarked;
