/** Commands that read the journal: jobs, targets, export, evidence, and the support bundle. */
@NullMarked
package edgeone.purge.cli.history;

import org.jspecify.annotations.NullMarked;
