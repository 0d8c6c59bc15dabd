/** Commands about purges that wait for a second person: requests, release, decline. */
@NullMarked
package edgeone.purge.cli.release;

import org.jspecify.annotations.NullMarked;
