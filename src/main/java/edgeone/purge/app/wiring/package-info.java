/** Builds the objects of the program and connects them: the only place that does. */
@NullMarked
package edgeone.purge.app.wiring;

import org.jspecify.annotations.NullMarked;
