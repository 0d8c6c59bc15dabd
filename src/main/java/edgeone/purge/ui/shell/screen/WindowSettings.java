package edgeone.purge.ui.shell.screen;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;

/**
 * What the window remembers.
 *
 * @param zoneId the zone chosen last; empty where there was none
 * @param width of the window in pixels
 * @param height of the window in pixels
 */
public record WindowSettings(
        Theme theme, Language language, String zoneId, double width, double height) {
    /** Smallest window everything fits in. */
    public static final double MIN_WIDTH = 1_024;

    /** Smallest window everything fits in. */
    public static final double MIN_HEIGHT = 700;

    /** What a first start has. */
    public static WindowSettings first() {
        return new WindowSettings(Theme.SYSTEM, Language.ofSystem(), "", 1_440, 900);
    }

    public WindowSettings withTheme(Theme next) {
        return new WindowSettings(next, language, zoneId, width, height);
    }

    public WindowSettings withLanguage(Language next) {
        return new WindowSettings(theme, next, zoneId, width, height);
    }

    public WindowSettings withZone(String next) {
        return new WindowSettings(theme, language, next, width, height);
    }

    public WindowSettings withSize(double nextWidth, double nextHeight) {
        return new WindowSettings(theme, language, zoneId, nextWidth, nextHeight);
    }
}
