/**
 * Small files of the home folder, protected against crashes, other processes and other users:
 * replaced atomically, owner-only, locked while changed, set aside instead of overwritten when
 * damaged. Knows nothing about their contents. Calls block.
 */
@NullMarked
package edgeone.purge.files;

import org.jspecify.annotations.NullMarked;
