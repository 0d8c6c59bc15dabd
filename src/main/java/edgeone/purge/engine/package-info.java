/**
 * The use cases: plan, submit, resolve, follow, retry, cancel. Everything a window or a command
 * line can do to EdgeOne goes through {@link edgeone.purge.engine.PurgeEngine}, everything it can
 * read of the journal through {@link edgeone.purge.engine.History}. The steps of a use case are in
 * the packages below. Calls block; never make one on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.engine;

import org.jspecify.annotations.NullMarked;
