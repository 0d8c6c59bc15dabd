/** What a window or a command line reads of the journal: jobs, targets, figures, and rescue. */
@NullMarked
package edgeone.purge.engine.read;

import org.jspecify.annotations.NullMarked;
