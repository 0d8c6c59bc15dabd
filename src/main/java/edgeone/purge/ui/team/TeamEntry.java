package edgeone.purge.ui.team;

import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamAddress;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Address and user of a database as typed.
 *
 * @param user may be empty: the user in the address goes then, or else that of the system
 */
record TeamEntry(String url, String user) {
    static final TeamEntry EMPTY = new TeamEntry("", "");

    /** Why it cannot be used. Texts: {@code team.window.problem.…}. */
    enum Problem {
        MISSING,
        ADDRESS,
        /** A password stands in the address, where everybody can read it. */
        PASSWORD_SHOWN
    }

    static TeamEntry of(@Nullable TeamSetting setting) {
        if (setting == null) {
            return EMPTY;
        }
        return TeamAddress.of(setting.url())
                .map(a -> new TeamEntry(a.place(), a.user() == null ? "" : a.user()))
                .orElseGet(() -> new TeamEntry(setting.url(), ""));
    }

    Optional<Problem> problem() {
        if (url.isBlank()) {
            return Optional.of(Problem.MISSING);
        }
        if (TeamAddress.showsPassword(url)) {
            return Optional.of(Problem.PASSWORD_SHOWN);
        }
        return TeamAddress.of(url).isEmpty() ? Optional.of(Problem.ADDRESS) : Optional.empty();
    }

    /** Empty if there is a problem. */
    Optional<TeamAddress> address() {
        return problem().isPresent()
                ? Optional.empty()
                : TeamAddress.of(url).map(a -> user.isBlank() ? a : a.withUser(user.strip()));
    }
}
