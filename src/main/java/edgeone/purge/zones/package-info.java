/**
 * What is known of an account's zones from last time, in a file for each account, and which zones a
 * person likes and used last. A file that cannot be used is no trouble: what is not known is read
 * from EdgeOne. Calls to the files block; the rest is pure.
 */
@NullMarked
package edgeone.purge.zones;

import org.jspecify.annotations.NullMarked;
