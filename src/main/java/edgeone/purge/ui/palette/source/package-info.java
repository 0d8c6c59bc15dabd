/** What the palette finds: actions, screens, zones and recent jobs. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.palette.source;

import org.jspecify.annotations.NullMarked;
