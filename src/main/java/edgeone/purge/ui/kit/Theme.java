package edgeone.purge.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

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
        // Compiled style sheets load much faster.
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
    }
}
