/**
 * Others' purges of the zone that is open, read in the background and on demand. Knows no controls;
 * for the JavaFX thread only.
 */
@NullMarked
package edgeone.purge.ui.shell.sync;

import org.jspecify.annotations.NullMarked;
