package edgeone.purge.team.desk;

import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamException;
import edgeone.purge.team.db.TeamTrouble.Kind;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The team's database as the settings name it now, with its password. Thread-safe. */
public final class TeamAccess {
    /** The name of the password in the findings of a scan. */
    public static final String PASSWORD = "team";

    private final Supplier<Settings> settings;
    private final SecretStores stores;
    private final KnownSecrets known;
    private final Map<String, String> environment;

    /**
     * @param known receives the password when it is read
     */
    public TeamAccess(
            Supplier<Settings> settings,
            SecretStores stores,
            KnownSecrets known,
            Map<String, String> environment) {
        this.settings = settings;
        this.stores = stores;
        this.known = known;
        this.environment = Map.copyOf(environment);
    }

    /** The database; empty where none is set. Connecting may ask for a passphrase. */
    public Optional<TeamDatabase> database() {
        return database(false);
    }

    /** The same for work in the background: where a passphrase would be asked for, it is not. */
    public Optional<TeamDatabase> quietly() {
        return database(true);
    }

    private Optional<TeamDatabase> database(boolean quiet) {
        Settings now = settings.get();
        TeamSetting team = now.team();
        if (team == null) {
            return Optional.empty();
        }
        // Written by hand, it may be anything; connecting to it then fails with words.
        return Optional.of(
                new TeamDatabase(
                        TeamAddress.of(team.url()).orElse(TeamAddress.NOWHERE),
                        () -> password(team, quiet),
                        now.network().caFile()));
    }

    boolean isGivenForThisRun() {
        return !environment.getOrDefault(TeamSetting.PASSWORD_VARIABLE, "").isEmpty();
    }

    /** Remembers a password that was typed, so that a scan finds it. */
    void remember(Secret typed) {
        known.addTeamPassword(PASSWORD, typed);
    }

    /**
     * A database that is not kept yet.
     *
     * @param typed its password; null for the one that is kept for this user of this server, if any
     */
    TeamDatabase candidate(TeamAddress address, @Nullable Secret typed) {
        Settings now = settings.get();
        return new TeamDatabase(
                address,
                () -> {
                    if (typed != null) {
                        return typed.copy();
                    }
                    TeamSetting team = now.team();
                    return team != null && isPasswordKept(address)
                            ? password(team, false)
                            : given().orElse(null);
                },
                now.network().caFile());
    }

    /** Whether a password is stored for the user of a server; it is not sent to another. */
    boolean isPasswordKept(TeamAddress address) {
        TeamSetting team = settings.get().team();
        return team != null
                && !team.store().equals(TeamSetting.NO_PASSWORD)
                && TeamAddress.of(team.url()).filter(address::isSameLogin).isPresent();
    }

    /** The stored password of the database that is set now. */
    Optional<Secret> stored() throws TeamException {
        TeamSetting team = settings.get().team();
        return team == null
                ? Optional.empty()
                : stored(StoreKind.ofLabel(team.store()).orElse(StoreKind.SESSION));
    }

    private @Nullable Secret password(TeamSetting team, boolean quiet) throws SQLException {
        if (TeamAddress.of(team.url()).isEmpty()) {
            throw new TeamException(Kind.ADDRESS, team.url());
        }
        Optional<Secret> given = given();
        if (given.isPresent()) {
            return given.get();
        }
        StoreKind kind = StoreKind.ofLabel(team.store()).orElse(StoreKind.SESSION);
        if (quiet && !stores.isUnlocked(kind)) {
            throw new TeamException(Kind.LOCKED, "");
        }
        return stored(kind).orElse(null);
    }

    private Optional<Secret> given() {
        String given = environment.getOrDefault(TeamSetting.PASSWORD_VARIABLE, "");
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(remembered(new Secret(given.toCharArray(), null)));
    }

    private Optional<Secret> stored(StoreKind kind) throws TeamException {
        try {
            return stores.of(kind).load(Settings.TEAM_SECRET).map(this::remembered);
        } catch (SecretStoreException e) {
            throw new TeamException(Kind.SECRET, String.valueOf(e.getMessage()));
        }
    }

    /** Reads the stored password, so that a scan finds it; returns whether it could. */
    public boolean learn() {
        TeamSetting team = settings.get().team();
        if (team == null) {
            return true;
        }
        try {
            stored(StoreKind.ofLabel(team.store()).orElse(StoreKind.SESSION))
                    .ifPresent(Secret::close);
            return true;
        } catch (TeamException e) {
            return false;
        }
    }

    private Secret remembered(Secret secret) {
        known.addTeamPassword(PASSWORD, secret);
        return secret;
    }
}
