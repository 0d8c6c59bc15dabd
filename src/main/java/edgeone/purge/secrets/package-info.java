/**
 * Stores secrets (in the system's keychain, an encrypted file or memory) and keeps them out of
 * everything else. A secret is wiped after use. Calls block and may make the system prompt the
 * user.
 */
@NullMarked
package edgeone.purge.secrets;

import org.jspecify.annotations.NullMarked;
