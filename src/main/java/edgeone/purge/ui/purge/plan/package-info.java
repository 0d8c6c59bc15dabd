/**
 * What would be sent: planning it, and the card that shows what it costs and what is wrong with the
 * lines. {@link edgeone.purge.ui.purge.plan.Planning} and {@link
 * edgeone.purge.ui.purge.plan.Permission} know no controls. Used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.purge.plan;

import org.jspecify.annotations.NullMarked;
