/** Errors explained to the user: what happened, why, what to do. */
@NullMarked
package edgeone.purge.ui.kit.trouble;

import org.jspecify.annotations.NullMarked;
