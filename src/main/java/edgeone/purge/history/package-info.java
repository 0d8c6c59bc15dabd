/**
 * What window, command line and exports ask of a history of jobs, whoever keeps it: the journal of
 * this machine, or a team's database. No framework; what is asked blocks.
 */
@NullMarked
package edgeone.purge.history;

import org.jspecify.annotations.NullMarked;
