/**
 * The API calls this home folder makes: {@link edgeone.purge.engine.calls.CallRecorder} is told of
 * each and has them recorded on a thread of its own, beside the purge and never in its way; {@link
 * edgeone.purge.engine.calls.Calls} reads them. Reading blocks on disk I/O; use any thread but the
 * JavaFX thread.
 */
@NullMarked
package edgeone.purge.engine.calls;

import org.jspecify.annotations.NullMarked;
