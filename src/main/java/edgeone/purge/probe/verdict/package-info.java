/** What probes prove: pure functions, for any thread. */
@NullMarked
package edgeone.purge.probe.verdict;

import org.jspecify.annotations.NullMarked;
