/**
 * The chain of entries that shows whether the journal was changed: the entry, its canonical form
 * and its hash. The form is fixed for good, since hashes copied out years ago must still match; it
 * is described in {@code src/docs/decisions/0008-the-chain-of-entries.md}. Pure; knows no database.
 */
@NullMarked
package edgeone.purge.journal.chain;

import org.jspecify.annotations.NullMarked;
