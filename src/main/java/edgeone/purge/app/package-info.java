/**
 * Where the program starts and is put together: {@link edgeone.purge.app.Main} chooses window or
 * command line, {@link edgeone.purge.app.Wiring} is the one place that builds objects. May use
 * every package.
 */
@NullMarked
package edgeone.purge.app;

import org.jspecify.annotations.NullMarked;
