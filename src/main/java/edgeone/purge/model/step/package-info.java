/** What a purge goes through before and after it is sent, and how far that is. Pure. */
@NullMarked
package edgeone.purge.model.step;

import org.jspecify.annotations.NullMarked;
