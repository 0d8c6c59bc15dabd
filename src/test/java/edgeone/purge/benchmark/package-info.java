/**
 * How fast the program purges, plans, reads and searches. Started by the Maven profile {@code
 * benchmark}, not by the tests.
 */
@NullMarked
package edgeone.purge.benchmark;

import org.jspecify.annotations.NullMarked;
