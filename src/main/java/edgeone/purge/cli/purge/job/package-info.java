/** Commands about a job of the journal: follow, resume, retry, cancel. */
@NullMarked
package edgeone.purge.cli.purge.job;

import org.jspecify.annotations.NullMarked;
