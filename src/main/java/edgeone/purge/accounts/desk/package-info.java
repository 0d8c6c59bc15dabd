/** One record with everything a screen or command needs to manage accounts. */
@NullMarked
package edgeone.purge.accounts.desk;

import org.jspecify.annotations.NullMarked;
