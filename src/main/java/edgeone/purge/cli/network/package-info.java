/** The network commands: proxy, CA file, timeouts. */
@NullMarked
package edgeone.purge.cli.network;

import org.jspecify.annotations.NullMarked;
