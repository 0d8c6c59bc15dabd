package edgeone.purge.team.desk;

import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStore;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.audit.TeamCheck;
import edgeone.purge.team.audit.TeamReport;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.publish.ClockCheck;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sets up a team's database and says how it stands. */
public final class TeamDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TeamDesk.class);
    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    private final Supplier<Settings> settings;
    private final SettingsChange change;
    private final SecretStores stores;
    private final TeamAccess access;
    private final Outbox outbox;
    private final Publisher publisher;
    private final Clock clock;

    /** Saves a change of the settings. */
    @FunctionalInterface
    public interface SettingsChange {
        Settings apply(UnaryOperator<Settings> change) throws IOException;
    }

    public TeamDesk(
            Supplier<Settings> settings,
            SettingsChange change,
            SecretStores stores,
            TeamAccess access,
            Outbox outbox,
            Publisher publisher,
            Clock clock) {
        this.settings = settings;
        this.change = change;
        this.stores = stores;
        this.access = access;
        this.outbox = outbox;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Where a password goes unless the user chooses otherwise. */
    public StoreKind preferredStore() {
        return stores.preferred();
    }

    /** Whether the environment gives the password of this run. */
    public boolean isPasswordGiven() {
        return access.isGivenForThisRun();
    }

    /**
     * Keeps the address and the password, then creates or checks the schema where the user may.
     *
     * @param password null for none
     */
    public TeamStatus set(TeamAddress address, StoreKind store, @Nullable Secret password)
            throws IOException, SecretStoreException {
        forgetPassword(password == null ? null : store);
        if (password != null) {
            stores.of(store).save(Settings.TEAM_SECRET, password);
        }
        String place = password == null ? TeamSetting.NO_PASSWORD : store.label();
        change.apply(s -> s.withTeam(team(s.team(), address.toString(), place)));
        outbox.attach(address.place());
        return status(TeamDesk::migrate);
    }

    /** A new address; the time for a second person stays. */
    private static TeamSetting team(@Nullable TeamSetting before, String url, String store) {
        return before == null
                ? new TeamSetting(url, store)
                : new TeamSetting(url, store, before.releaseMinutes());
    }

    private static void migrate(Connection connection) throws SQLException {
        OptionalInt version = TeamSchema.version(connection);
        if (version.orElse(0) < TeamSchema.newest()) {
            TeamSchema.migrate(connection);
        }
    }

    /** A password in another store than the new one would never be found again. */
    private void forgetPassword(@Nullable StoreKind but) throws SecretStoreException {
        TeamSetting before = settings.get().team();
        StoreKind kind = before == null ? null : StoreKind.ofLabel(before.store()).orElse(null);
        if (kind != null && kind != but) {
            SecretStore store = stores.of(kind);
            store.remove(Settings.TEAM_SECRET);
        }
    }

    /** Forgets address and password. What waits stays, for the day the team is set again. */
    public void off() throws IOException, SecretStoreException {
        forgetPassword(null);
        change.apply(s -> s.withTeam(null));
        outbox.detach();
    }

    public TeamStatus status() {
        return status(_ -> {});
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private TeamStatus status(Step first) {
        TeamDatabase database = access.database().orElse(null);
        if (database == null) {
            return new TeamStatus(null, false, outbox.standing().machine(), 0, 0, null, null);
        }
        Integer schema = null;
        try (Connection connection = database.connect()) {
            OptionalInt found = TeamSchema.version(connection);
            schema = found.isPresent() ? found.getAsInt() : null;
            first.on(connection);
            schema = TeamSchema.check(connection);
            return status(database, true, schema, ClockCheck.of(connection, clock));
        } catch (SQLException e) {
            return status(database, false, schema, TeamTrouble.of(e));
        }
    }

    private TeamStatus status(
            TeamDatabase database,
            boolean reachable,
            @Nullable Integer schema,
            @Nullable TeamTrouble trouble) {
        outbox.attach(database.address().place());
        Outbox.Standing standing = outbox.standing();
        return new TeamStatus(
                database.address().toString(),
                reachable,
                standing.machine(),
                standing.pending(),
                standing.published(),
                schema,
                trouble);
    }

    /**
     * Publishes what waits.
     *
     * @param longest how long at most
     * @return empty if no database is set
     */
    public Optional<Published> publish(Duration longest) {
        return access.database().map(database -> publisher.publishWithin(database, longest));
    }

    /**
     * Publishes what waits at the end of a command: only what can be published within a second, and
     * without asking anybody anything.
     */
    public void publishBriefly() {
        try {
            access.quietly()
                    .filter(database -> isWaiting(database))
                    .ifPresent(database -> publisher.publishWithin(database, BRIEFLY));
        } catch (RuntimeException e) {
            // The command has done its work, and the entries wait.
            LOG.warn("team: not published", e);
        }
    }

    /**
     * What came of a check.
     *
     * @param report what it found; null where it could not be done
     * @param trouble why it could not; null where it could
     */
    public record Checked(@Nullable TeamReport report, @Nullable TeamTrouble trouble) {}

    /**
     * Checks every machine's chain in the database, and its rows against them; may take long.
     *
     * @return empty if no database is set
     */
    public Optional<Checked> verify() {
        return access.database().map(this::verify);
    }

    private Checked verify(TeamDatabase database) {
        try {
            return new Checked(new TeamCheck(database, outbox).check(), null);
        } catch (SQLException e) {
            return new Checked(null, TeamTrouble.of(e));
        }
    }

    private boolean isWaiting(TeamDatabase database) {
        outbox.attach(database.address().place());
        return outbox.standing().pending() > 0;
    }
}
