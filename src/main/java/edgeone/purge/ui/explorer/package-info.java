/**
 * The screen that makes any call by hand: a form made from the description, and beside it the body,
 * the code, the stages of the signature and the reply. On the JavaFX thread; whatever blocks runs
 * elsewhere.
 */
@NullMarked
package edgeone.purge.ui.explorer;

import org.jspecify.annotations.NullMarked;
