/**
 * The fault harness: purges that are killed, cut off, lied to and hurried, and what became of them
 * according to the journal and according to EdgeOne. {@link edgeone.purge.harness.Faults} is its
 * main class; it is no part of the quick tests. {@link edgeone.purge.harness.Mutants} proves it
 * with engines that are broken on purpose.
 */
package edgeone.purge.harness;
