/**
 * The Settings screen: language, theme, timing, network, support bundle, and the program's build.
 * Used by {@code ui} only. On the JavaFX thread; work goes to {@code Tasks}.
 */
@NullMarked
package edgeone.purge.ui.settings;

import org.jspecify.annotations.NullMarked;
