/**
 * What an edge answered for a target, and what that proves. Records and enums without behaviour,
 * for any thread.
 */
@NullMarked
package edgeone.purge.model.probe;

import org.jspecify.annotations.NullMarked;
