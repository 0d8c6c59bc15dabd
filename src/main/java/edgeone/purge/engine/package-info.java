/**
 * The use cases: plan, submit, resolve, follow, retry, cancel. Everything a window or a command
 * line can do to EdgeOne goes through {@link edgeone.purge.engine.PurgeEngine}, everything it can
 * read of the journal through {@link edgeone.purge.engine.read.History}. What follows a purge, its
 * prefetch and its verification, is done once EdgeOne is done with it, by whoever follows or
 * resumes it: the order is in the journal from the beginning. The steps of a use case are in the
 * packages below. Calls block; never make one on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.engine;

import org.jspecify.annotations.NullMarked;
