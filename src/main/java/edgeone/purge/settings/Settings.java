package edgeone.purge.settings;

import edgeone.purge.messages.Language;
import edgeone.purge.model.NoteRule;

import org.jspecify.annotations.Nullable;

/**
 * The user's settings. Never holds a secret.
 *
 * @param language null for the system's
 * @param softwareRendering whether the window is drawn without the graphics card, from the next
 *     start
 * @param settleSeconds how long a job must stay absent before it is believed to be; 1 to 3600
 * @param noteRule whether each purge needs a note that says why
 */
public record Settings(
        @Nullable Language language,
        Theme theme,
        boolean softwareRendering,
        int settleSeconds,
        Network network,
        WindowSize window,
        NoteRule noteRule) {
    static final int LONGEST_SETTLE = 3_600;

    /** The defaults. */
    public static final Settings STANDARD =
            new Settings(
                    null,
                    Theme.SYSTEM,
                    false,
                    10,
                    Network.STANDARD,
                    WindowSize.STANDARD,
                    NoteRule.NONE);

    /** The name of the proxy's password among the secrets. */
    public static final String PROXY_SECRET = "proxy";

    public Settings {
        if (settleSeconds < 1 || settleSeconds > LONGEST_SETTLE) {
            throw new IllegalArgumentException("invalid settle time: " + settleSeconds + " s");
        }
    }

    public Settings withLanguage(@Nullable Language newLanguage) {
        return new Settings(
                newLanguage, theme, softwareRendering, settleSeconds, network, window, noteRule);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(
                language, newTheme, softwareRendering, settleSeconds, network, window, noteRule);
    }

    public Settings withSoftwareRendering(boolean newSoftwareRendering) {
        return new Settings(
                language, theme, newSoftwareRendering, settleSeconds, network, window, noteRule);
    }

    public Settings withSettleSeconds(int newSettleSeconds) {
        return new Settings(
                language, theme, softwareRendering, newSettleSeconds, network, window, noteRule);
    }

    public Settings withNetwork(Network newNetwork) {
        return new Settings(
                language, theme, softwareRendering, settleSeconds, newNetwork, window, noteRule);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(
                language, theme, softwareRendering, settleSeconds, network, newWindow, noteRule);
    }

    public Settings withNoteRule(NoteRule newRule) {
        return new Settings(
                language, theme, softwareRendering, settleSeconds, network, window, newRule);
    }
}
