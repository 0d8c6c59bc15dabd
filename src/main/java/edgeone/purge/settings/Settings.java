package edgeone.purge.settings;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

/**
 * The user's settings. Never holds a secret.
 *
 * @param language null for the system's
 * @param settleSeconds how long the absence of a job must last to be believed; 1 to 3600
 */
public record Settings(
        @Nullable Language language,
        Theme theme,
        int settleSeconds,
        Network network,
        WindowSize window) {
    static final int LONGEST_SETTLE = 3_600;

    /** The defaults. */
    public static final Settings STANDARD =
            new Settings(null, Theme.SYSTEM, 10, Network.STANDARD, WindowSize.STANDARD);

    /** The name of the proxy's password among the secrets. */
    public static final String PROXY_SECRET = "proxy";

    public Settings {
        if (settleSeconds < 1 || settleSeconds > LONGEST_SETTLE) {
            throw new IllegalArgumentException(settleSeconds + " s to settle");
        }
    }

    public Settings withLanguage(@Nullable Language newLanguage) {
        return new Settings(newLanguage, theme, settleSeconds, network, window);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(language, newTheme, settleSeconds, network, window);
    }

    public Settings withSettleSeconds(int newSettleSeconds) {
        return new Settings(language, theme, newSettleSeconds, network, window);
    }

    public Settings withNetwork(Network newNetwork) {
        return new Settings(language, theme, settleSeconds, newNetwork, window);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(language, theme, settleSeconds, network, newWindow);
    }
}
