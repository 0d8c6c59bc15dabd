/** The log file. The only package that sets up the JDK's logging. */
@NullMarked
package edgeone.purge.app.log;

import org.jspecify.annotations.NullMarked;
