/**
 * The screen of the settings: language, theme, waiting times, the way to EdgeOne, a support bundle,
 * and which program this is. Used by {@code ui} only; on the JavaFX thread, with work handed to
 * {@code Tasks}.
 */
@NullMarked
package edgeone.purge.ui.settings;

import org.jspecify.annotations.NullMarked;
