/**
 * What is told of each request the client makes, to whoever watches. The client knows neither the
 * journal nor the window. Called on the thread that makes the call.
 */
@NullMarked
package edgeone.purge.teo.watch;

import org.jspecify.annotations.NullMarked;
