/**
 * The screen that plans and sends a purge. {@link edgeone.purge.ui.purge.PurgeViewModel} puts its
 * view models together and decides what the main button does; {@link
 * edgeone.purge.ui.purge.PurgeView} lays out its parts. Each part has a package of its own: {@code
 * form}, {@code editor}, {@code intake}, {@code plan}, {@code run}. Used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.purge;

import org.jspecify.annotations.NullMarked;
