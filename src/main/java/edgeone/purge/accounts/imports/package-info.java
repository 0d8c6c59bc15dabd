/** Finds accounts in the files of the vendor's SDKs and command line tools. Calls block. */
@NullMarked
package edgeone.purge.accounts.imports;

import org.jspecify.annotations.NullMarked;
