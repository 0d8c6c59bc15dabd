/**
 * The screen of the jobs: what was purged, what became of every target, and what can be done about
 * it. {@link edgeone.purge.ui.history.HistoryViewModel} knows no controls. The table of jobs and
 * the pane of one job are packages below. Everything is used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.history;

import org.jspecify.annotations.NullMarked;
