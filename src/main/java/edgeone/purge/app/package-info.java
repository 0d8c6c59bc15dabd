/** Where the program starts: {@code Main} chooses the window or the command line. */
@NullMarked
package edgeone.purge.app;

import org.jspecify.annotations.NullMarked;
