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
import edgeone.purge.team.db.TeamException;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final TeamTrial trial;
    private final StatusCheck status;
    private final List<Runnable> kept = new CopyOnWriteArrayList<>();

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
        trial = new TeamTrial(access, clock);
        status = new StatusCheck(settings, outbox, clock);
    }

    /** Where a password can go. */
    public List<StoreKind> storesOffered() {
        return stores.hasKeychain()
                ? List.of(StoreKind.KEYCHAIN, StoreKind.FILE)
                : List.of(StoreKind.FILE);
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
        store(address, store, password);
        return status.of(access.database().orElse(null), TeamTrial::migrate);
    }

    /**
     * Keeps the address and the password, and does not connect.
     *
     * @param password as typed; null keeps the one there is for this user of this server, if any
     */
    public void keep(TeamAddress address, StoreKind store, @Nullable Secret password)
            throws IOException, SecretStoreException, TeamException {
        TeamSetting before = settings.get().team();
        if (password != null || before == null || !access.isPasswordKept(address)) {
            store(address, store, password);
        } else if (before.store().equals(store.label())) {
            keep(address, before.store());
        } else {
            try (Secret moved = access.stored().orElse(null)) {
                store(address, store, moved);
            }
        }
    }

    private void store(TeamAddress address, StoreKind store, @Nullable Secret password)
            throws IOException, SecretStoreException {
        if (password != null) {
            access.remember(password);
            stores.of(store).save(Settings.TEAM_SECRET, password);
        }
        forgetPassword(password == null ? null : store);
        keep(address, password == null ? TeamSetting.NO_PASSWORD : store.label());
    }

    private void keep(TeamAddress address, String place) throws IOException {
        change.apply(s -> s.withTeam(team(s.team(), address.toString(), place)));
        outbox.attach(address.place());
        kept.forEach(Runnable::run);
    }

    /** Connects before anything is kept. */
    public TeamTrial trial() {
        return trial;
    }

    /** Hears, on any thread, that an address or a password was kept. */
    public void onKept(Runnable hears) {
        kept.add(hears);
    }

    /** The database that is set now; null for none. */
    public @Nullable TeamSetting setting() {
        return settings.get().team();
    }

    /** Whether an empty password would keep the one that is stored. */
    public boolean isPasswordKept(TeamAddress address) {
        return access.isPasswordKept(address);
    }

    /**
     * How long a purge waits for a second person; nothing where no database is set.
     *
     * @param minutes 1 to {@link TeamSetting#LONGEST_RELEASE}
     */
    public void setReleaseMinutes(int minutes) throws IOException {
        change.apply(s -> s.team() == null ? s : s.withTeam(s.team().withReleaseMinutes(minutes)));
    }

    /** A new address; the time for a second person stays. */
    private static TeamSetting team(@Nullable TeamSetting before, String url, String store) {
        return before == null
                ? new TeamSetting(url, store)
                : new TeamSetting(url, store, before.releaseMinutes());
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

    /** How it stands; connecting may ask for a passphrase. */
    public TeamStatus status() {
        return status.of(access.database().orElse(null), _ -> {});
    }

    /** The same, but asks nobody for anything. */
    public TeamStatus statusQuietly() {
        return status.of(access.quietly().orElse(null), _ -> {});
    }

    /**
     * How much of this journal is published, as far as it is known here; asks no database.
     *
     * @param pending how many entries wait
     * @param published how many entries are there
     */
    public record Progress(long pending, long published) {}

    public Progress progress() {
        Outbox.Standing now = outbox.standing();
        return new Progress(now.pending(), now.published());
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
     * Publishes all that waits, however long it takes; connecting may ask for a passphrase.
     *
     * @return empty if no database is set
     */
    public Optional<Published> publishAll() {
        return access.database().map(publisher::publish);
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
