/**
 * One job: what became of its targets and why, the requests made for it, the jobs it belongs to,
 * and what can be done about it. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.history.job;

import org.jspecify.annotations.NullMarked;
