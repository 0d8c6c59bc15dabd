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
 * @param countdownSeconds how long a purge that reaches far can be stopped before it leaves; 3 to
 *     60, or 0 for no countdown, which never holds for a whole zone
 * @param noteRule whether each purge needs a note that says why
 * @param team the database of a team's history; null for none
 */
public record Settings(
        @Nullable Language language,
        Theme theme,
        boolean softwareRendering,
        int settleSeconds,
        int countdownSeconds,
        Network network,
        WindowSize window,
        NoteRule noteRule,
        @Nullable TeamSetting team) {
    static final int LONGEST_SETTLE = 3_600;

    /** Bounds of a countdown that is not off. */
    public static final int SHORTEST_COUNTDOWN = 3;

    public static final int LONGEST_COUNTDOWN = 60;

    /** The defaults. */
    public static final Settings STANDARD =
            new Settings(
                    null,
                    Theme.SYSTEM,
                    false,
                    10,
                    10,
                    Network.STANDARD,
                    WindowSize.STANDARD,
                    NoteRule.NONE,
                    null);

    /** The name of the proxy's password among the secrets. */
    public static final String PROXY_SECRET = "proxy";

    /** The name of the team database's password among the secrets. */
    public static final String TEAM_SECRET = "team";

    public Settings {
        if (settleSeconds < 1 || settleSeconds > LONGEST_SETTLE) {
            throw new IllegalArgumentException("invalid settle time: " + settleSeconds + " s");
        }
        if (!isCountdown(countdownSeconds)) {
            throw new IllegalArgumentException(countdownSeconds + " s to count down");
        }
    }

    public Settings withLanguage(@Nullable Language newLanguage) {
        return new Settings(
                newLanguage,
                theme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                window,
                noteRule,
                team);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(
                language,
                newTheme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                window,
                noteRule,
                team);
    }

    public Settings withSoftwareRendering(boolean newSoftwareRendering) {
        return new Settings(
                language,
                theme,
                newSoftwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                window,
                noteRule,
                team);
    }

    public Settings withSettleSeconds(int newSettleSeconds) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                newSettleSeconds,
                countdownSeconds,
                network,
                window,
                noteRule,
                team);
    }

    /** Whether a countdown may take this many seconds; 0 is none. */
    public static boolean isCountdown(int seconds) {
        return seconds == 0 || (seconds >= SHORTEST_COUNTDOWN && seconds <= LONGEST_COUNTDOWN);
    }

    public Settings withCountdownSeconds(int newCountdownSeconds) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                settleSeconds,
                newCountdownSeconds,
                network,
                window,
                noteRule,
                team);
    }

    public Settings withNetwork(Network newNetwork) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                newNetwork,
                window,
                noteRule,
                team);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                newWindow,
                noteRule,
                team);
    }

    public Settings withNoteRule(NoteRule newRule) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                window,
                newRule,
                team);
    }

    /** With another team's history; null for none. */
    public Settings withTeam(@Nullable TeamSetting newTeam) {
        return new Settings(
                language,
                theme,
                softwareRendering,
                settleSeconds,
                countdownSeconds,
                network,
                window,
                noteRule,
                newTeam);
    }
}
