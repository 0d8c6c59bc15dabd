/** Commands that read the journal: jobs, targets, export, and the support bundle. */
@NullMarked
package edgeone.purge.cli.history;

import org.jspecify.annotations.NullMarked;
