package edgeone.purge.settings;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

/**
 * The user's settings. Never holds a secret.
 *
 * @param language null for the system's
 * @param softwareRendering whether the window is drawn without the graphics card, from the next
 *     start
 * @param settleSeconds how long a job must stay absent before it is believed to be; 1 to 3600
 */
public record Settings(
        @Nullable Language language,
        Theme theme,
        boolean softwareRendering,
        int settleSeconds,
        Network network,
        WindowSize window) {
    static final int LONGEST_SETTLE = 3_600;

    /** The defaults. */
    public static final Settings STANDARD =
            new Settings(null, Theme.SYSTEM, false, 10, Network.STANDARD, WindowSize.STANDARD);

    /** The name of the proxy's password among the secrets. */
    public static final String PROXY_SECRET = "proxy";

    public Settings {
        if (settleSeconds < 1 || settleSeconds > LONGEST_SETTLE) {
            throw new IllegalArgumentException("invalid settle time: " + settleSeconds + " s");
        }
    }

    public Settings withLanguage(@Nullable Language newLanguage) {
        return new Settings(newLanguage, theme, softwareRendering, settleSeconds, network, window);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(language, newTheme, softwareRendering, settleSeconds, network, window);
    }

    public Settings withSoftwareRendering(boolean newSoftwareRendering) {
        return new Settings(language, theme, newSoftwareRendering, settleSeconds, network, window);
    }

    public Settings withSettleSeconds(int newSettleSeconds) {
        return new Settings(language, theme, softwareRendering, newSettleSeconds, network, window);
    }

    public Settings withNetwork(Network newNetwork) {
        return new Settings(language, theme, softwareRendering, settleSeconds, newNetwork, window);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(language, theme, softwareRendering, settleSeconds, network, newWindow);
    }
}
