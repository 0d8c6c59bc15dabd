/**
 * Recipes: purge forms kept by name, with variables, in {@code recipes.json} of the home folder,
 * and shared as JSON files. Reading and writing block, so never on the JavaFX thread; the records
 * are immutable.
 */
@NullMarked
package edgeone.purge.recipes;

import org.jspecify.annotations.NullMarked;
