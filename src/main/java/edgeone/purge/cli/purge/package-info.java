/** Commands that talk to EdgeOne: zones, quota, purge, follow, resume, retry, cancel. */
@NullMarked
package edgeone.purge.cli.purge;

import org.jspecify.annotations.NullMarked;
