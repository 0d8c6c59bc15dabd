/**
 * A call to EdgeOne's API, as it was recorded. No framework, no I/O; everything here is immutable
 * and thread-safe.
 */
@NullMarked
package edgeone.purge.model.call;

import org.jspecify.annotations.NullMarked;
