/** Everything about accounts that a screen or a command is given, in one record. */
@NullMarked
package edgeone.purge.accounts.desk;

import org.jspecify.annotations.NullMarked;
