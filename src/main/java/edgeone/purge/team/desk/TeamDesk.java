package edgeone.purge.team.desk;

import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStore;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.db.TeamTrouble;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sets up a team's database and says how it stands. */
public final class TeamDesk {
    private final Supplier<Settings> settings;
    private final SettingsChange change;
    private final SecretStores stores;
    private final TeamAccess access;

    /** Saves a change of the settings. */
    @FunctionalInterface
    public interface SettingsChange {
        Settings apply(UnaryOperator<Settings> change) throws IOException;
    }

    public TeamDesk(
            Supplier<Settings> settings,
            SettingsChange change,
            SecretStores stores,
            TeamAccess access) {
        this.settings = settings;
        this.change = change;
        this.stores = stores;
        this.access = access;
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
        forgetPassword(store);
        if (password != null) {
            stores.of(store).save(Settings.TEAM_SECRET, password);
        }
        change.apply(s -> s.withTeam(new TeamSetting(address.toString(), store.label())));
        return status(TeamDesk::migrate);
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
            return new TeamStatus(null, false, null, 0, 0, null, null);
        }
        String url = database.address().toString();
        Integer schema = null;
        try (Connection connection = database.connect()) {
            OptionalInt found = TeamSchema.version(connection);
            schema = found.isPresent() ? found.getAsInt() : null;
            first.on(connection);
            schema = TeamSchema.check(connection);
            return new TeamStatus(url, true, null, 0, 0, schema, null);
        } catch (SQLException e) {
            return new TeamStatus(url, false, null, 0, 0, schema, TeamTrouble.of(e));
        }
    }
}
