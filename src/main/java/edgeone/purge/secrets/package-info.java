/**
 * Where secrets are kept (the system's keychain, an encrypted file, memory), and how they are kept
 * out of everything else. A secret is wiped after use. Calls block and may make the system ask the
 * user.
 */
@NullMarked
package edgeone.purge.secrets;

import org.jspecify.annotations.NullMarked;
