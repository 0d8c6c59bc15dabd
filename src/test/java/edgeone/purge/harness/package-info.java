/**
 * The fault harness: runs purges under kills, lost and false replies and throttling, and compares
 * the journal with what EdgeOne did. {@link edgeone.purge.harness.Faults} is its main class; it is
 * not part of the quick tests. {@link edgeone.purge.harness.Mutants} tests it with engines that are
 * broken on purpose.
 */
package edgeone.purge.harness;
