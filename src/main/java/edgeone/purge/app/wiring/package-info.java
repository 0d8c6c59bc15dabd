/** The one place that builds the objects of the program and hands them to each other. */
@NullMarked
package edgeone.purge.app.wiring;

import org.jspecify.annotations.NullMarked;
