/**
 * The jobs this window is working on, the unfinished ones of earlier runs, and how many the journal
 * has. Shared by all screens, knows no controls. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell.run;

import org.jspecify.annotations.NullMarked;
