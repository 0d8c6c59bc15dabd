/**
 * How fast the program purges and plans, measured against the embedded EdgeOne. Started by the
 * Maven profile {@code benchmark}, not by the tests.
 */
@NullMarked
package edgeone.purge.benchmark;

import org.jspecify.annotations.NullMarked;
