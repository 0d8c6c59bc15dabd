package edgeone.purge.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import com.sun.javafx.css.StyleManager;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

import java.util.Arrays;
import java.util.Locale;

/** The colours of the window. */
public enum Theme {
    /** Light or dark as the system is set. */
    SYSTEM,
    LIGHT,
    DARK;

    /** As stored in the settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a label; {@link #SYSTEM} if the label is unknown. */
    public static Theme ofLabel(String label) {
        return Arrays.stream(values())
                .filter(t -> t.label().equals(label))
                .findFirst()
                .orElse(SYSTEM);
    }

    public boolean isDark() {
        return switch (this) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Applies the theme to every window of the program. */
    public void apply() {
        Application.setUserAgentStylesheet(sheet(isDark()));
    }

    /**
     * Reads the style sheet, on any thread and while JavaFX starts, so that {@link #apply} finds it
     * read. Only JavaFX can tell how the system is set; it is taken to be light.
     */
    public void readAhead() {
        StyleManager.getInstance().setDefaultUserAgentStylesheet(sheet(this == DARK));
    }

    /** Compiled style sheets load much faster. */
    private static String sheet(boolean dark) {
        return dark
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
    }
}
