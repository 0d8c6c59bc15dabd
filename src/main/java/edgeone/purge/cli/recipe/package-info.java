/** Commands that keep forms as recipes and share them; {@code purge --recipe} runs one. */
@NullMarked
package edgeone.purge.cli.recipe;

import org.jspecify.annotations.NullMarked;
