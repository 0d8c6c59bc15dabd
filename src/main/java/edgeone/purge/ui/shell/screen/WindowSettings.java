package edgeone.purge.ui.shell.screen;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;

/**
 * What the window remembers.
 *
 * @param zoneId the zone to begin with; empty for the one chosen last
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 */
public record WindowSettings(
        Theme theme, Language language, String zoneId, double width, double height) {
    /** Width below which content would not fit. */
    public static final double MIN_WIDTH = 1_024;

    /** Height below which content would not fit. */
    public static final double MIN_HEIGHT = 700;

    /** The settings of the first start. */
    public static WindowSettings first() {
        return new WindowSettings(Theme.SYSTEM, Language.ofSystem(), "", 1_440, 900);
    }

    public WindowSettings withTheme(Theme next) {
        return new WindowSettings(next, language, zoneId, width, height);
    }

    public WindowSettings withLanguage(Language next) {
        return new WindowSettings(theme, next, zoneId, width, height);
    }

    public WindowSettings withSize(double nextWidth, double nextHeight) {
        return new WindowSettings(theme, language, zoneId, nextWidth, nextHeight);
    }
}
