/**
 * What the window knows of an account's zones, and the list to choose one from. Used on the JavaFX
 * thread; files and EdgeOne are read off it.
 */
@NullMarked
package edgeone.purge.ui.zones;

import org.jspecify.annotations.NullMarked;
