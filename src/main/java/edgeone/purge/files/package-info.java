/**
 * Small files of the home folder, kept so that no crash, second process or other user spoils them:
 * replaced whole, owner-only, locked while changed, set aside instead of overwritten when damaged.
 * Knows nothing of what is in them. Calls block; for whoever keeps something in the home folder.
 */
@NullMarked
package edgeone.purge.files;

import org.jspecify.annotations.NullMarked;
