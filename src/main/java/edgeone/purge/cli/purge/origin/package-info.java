/** Asks the origin before a purge is sent, and says whether it is sent then. */
@NullMarked
package edgeone.purge.cli.purge.origin;

import org.jspecify.annotations.NullMarked;
