/**
 * A purge that was submitted: how it goes, how it ends, and what can be done about what was not
 * purged. {@link edgeone.purge.ui.purge.run.Submission} knows no controls. Used on the JavaFX
 * thread.
 */
@NullMarked
package edgeone.purge.ui.purge.run;

import org.jspecify.annotations.NullMarked;
