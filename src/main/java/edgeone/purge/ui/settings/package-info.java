/**
 * The settings screen: language, theme, waiting times, network, support bundle, and the program's
 * build. Used by {@code ui} only; on the JavaFX thread, with work handed to {@code Tasks}.
 */
@NullMarked
package edgeone.purge.ui.settings;

import org.jspecify.annotations.NullMarked;
