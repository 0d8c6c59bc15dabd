/**
 * JSON values as immutable records, read strictly, with the position of what is wrong. Pure, and
 * safe on any thread.
 */
@NullMarked
package edgeone.purge.api.value;

import org.jspecify.annotations.NullMarked;
