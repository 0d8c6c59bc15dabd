/**
 * The table of jobs with its filters, order and counts. Rows are read from the journal as they are
 * looked at; a question that is outdated is not waited for. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.history.list;

import org.jspecify.annotations.NullMarked;
