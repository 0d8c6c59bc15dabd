/** What was saved of a damaged journal, and what was not. Immutable and thread-safe. */
@NullMarked
package edgeone.purge.model.rescue;

import org.jspecify.annotations.NullMarked;
