/**
 * Recipes in the window: the list beside the form, and the dialogs that ask for a name or for the
 * values of variables. Screens say what a form holds and how one is filled in. Used on the JavaFX
 * thread; files are read and written elsewhere.
 */
@NullMarked
package edgeone.purge.ui.recipes;

import org.jspecify.annotations.NullMarked;
