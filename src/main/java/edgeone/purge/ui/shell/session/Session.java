package edgeone.purge.ui.shell.session;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.zones.HostSweep;
import edgeone.purge.ui.zones.ZoneBook;
import edgeone.purge.zones.KnownZones;
import edgeone.purge.zones.ZoneOwner;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the window is signed in to: the account, its zones, the chosen zone and what EdgeOne says
 * about it. Shared by all screens.
 */
public final class Session {
    private static final String NO_COLOUR = "#57606a";

    private final PurgeEngine engine;
    private final Clock clock;
    private final ZoneBook book;
    private final HostSweep sweep;
    private final Latest opening;
    private final Latest readingZones;

    private final ReadOnlyObjectWrapper<@Nullable SignedIn> signedIn =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Link> link =
            new ReadOnlyObjectWrapper<>(new Link.Connecting());
    private final ObservableList<Zone> zones = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper readingZonesNow = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Zone> zone = new SimpleObjectProperty<>();
    private final ChosenFacts facts;
    private final ObjectProperty<PurgeType> type = new SimpleObjectProperty<>(PurgeType.URL);
    private String wantedZone = "";
    private @Nullable SignIn signIn;

    /** A session that remembers nothing. */
    public Session(PurgeEngine engine, Tasks tasks) {
        this(engine, tasks, Clock.systemUTC(), new ZoneBook(null, tasks));
    }

    /**
     * @param book what is known of zones
     */
    public Session(PurgeEngine engine, Tasks tasks, Clock clock, ZoneBook book) {
        this.engine = engine;
        this.clock = clock;
        this.book = book;
        sweep = new HostSweep(engine, book, tasks, clock);
        opening = tasks.latest();
        readingZones = tasks.latestCall();
        facts = new ChosenFacts(engine, tasks, book);
        zone.subscribe(this::zoneChanged);
    }

    /**
     * Shows what was known last time of the account that is about to be opened.
     *
     * @param zoneId the zone to choose; empty for the one chosen last
     */
    public void recall(ZoneBook.Recalled last, String zoneId) {
        if (signedIn.get() == null && zones.isEmpty()) {
            wantedZone = zoneId;
            book.begin(last);
            showKnown();
        }
    }

    private void showKnown() {
        KnownZones known = book.knownProperty().get();
        if (known != null) {
            if (wantedZone.isEmpty()) {
                wantedZone = known.chosen();
            }
            zones.setAll(known.zones());
            zone.set(wanted());
        }
    }

    /**
     * Opens an account and reads its zones.
     *
     * @param zoneId the zone to choose if the account has it
     */
    public void open(SignIn account, String zoneId) {
        signIn = account;
        if (!zoneId.isEmpty() || signedIn.get() != null) {
            wantedZone = zoneId;
        }
        link.set(new Link.Connecting());
        readingZonesNow.set(true);
        opening.run(account::open, this::enter, this::linkBroke);
    }

    /**
     * Enters an account that is already open, and reads its zones.
     *
     * @param account opens it again, for {@link #reopen}
     */
    public void enter(SignedIn opened, SignIn account, String zoneId) {
        opening.drop();
        signIn = account;
        wantedZone = zoneId;
        link.set(new Link.Connecting());
        enter(opened);
    }

    private void enter(SignedIn opened) {
        if (wantedZone.isEmpty()) {
            wantedZone = opened.zoneId();
        }
        Connection connection = opened.connection();
        ZoneOwner owner =
                new ZoneOwner(
                        connection.accountId(), connection.endpoint(), connection.keyFingerprint());
        if (book.isOf(owner)) {
            facts.expire();
        } else {
            forget();
            book.turnTo(owner, this::showKnown);
        }
        signedIn.set(opened);
        refresh();
    }

    /** Clears the zones, so that nothing of one account is shown or purged under another. */
    private void forget() {
        readingZones.drop();
        sweep.stop();
        String wanted = wantedZone;
        zones.clear();
        zone.set(null);
        wantedZone = wanted;
    }

    /** Signs out. */
    public void leave() {
        opening.drop();
        AccountException none = new AccountException(AccountProblem.NO_DEFAULT, "");
        signIn =
                () -> {
                    throw none;
                };
        wantedZone = "";
        forget();
        book.leave();
        signedIn.set(null);
        readingZonesNow.set(false);
        link.set(new Link.Unreachable(none));
    }

    /** Signs in again, so that changed network settings apply; not before the first time. */
    public void reopen() {
        SignIn again = signIn;
        if (again != null) {
            open(again, wantedZone);
        }
    }

    /**
     * Reloads zones, quota and hosts; signs in first if that has not worked yet, but not before the
     * first time: the journal may still be migrated.
     */
    public void refresh() {
        SignedIn current = signedIn.get();
        if (current == null) {
            reopen();
            return;
        }
        Connection connection = current.connection();
        readingZonesNow.set(true);
        readingZones.run(
                () -> {
                    long start = System.nanoTime();
                    List<Zone> read = engine.zones(connection);
                    return new Answer(read, Duration.ofNanos(System.nanoTime() - start));
                },
                answer -> {
                    readingZonesNow.set(false);
                    link.set(new Link.Reachable(answer.took(), connection.clockOffset()));
                    book.listed(answer.zones(), clock.instant());
                    show(answer.zones());
                    sweep.begin(connection);
                },
                this::linkBroke);
    }

    /** Reloads the quota and hosts of the chosen zone. */
    public void refreshFacts() {
        facts.read(connection(), zone.get());
    }

    private void zoneChanged(@Nullable Zone chosen) {
        facts.recall(chosen);
        if (chosen != null) {
            wantedZone = chosen.zoneId();
            book.chose(chosen.zoneId());
        }
        refreshFacts();
    }

    private @Nullable Zone wanted() {
        return find(wantedZone).orElse(zones.isEmpty() ? null : zones.getFirst());
    }

    private void show(List<Zone> read) {
        if (!read.equals(zones)) {
            zones.setAll(read);
        }
        Zone next = wanted();
        if (next != null && next.equals(zone.get())) {
            refreshFacts();
        } else {
            zone.set(next);
        }
    }

    private void linkBroke(Exception trouble) {
        readingZonesNow.set(false);
        link.set(new Link.Unreachable(trouble));
    }

    public Optional<Zone> find(String zoneId) {
        return zones.stream().filter(z -> z.zoneId().equals(zoneId)).findFirst();
    }

    /** The quota of the chosen type; null if EdgeOne lists none or has not answered yet. */
    public @Nullable Quota quota() {
        ZoneFacts known = facts.factsProperty().get();
        if (known == null) {
            return null;
        }
        return known.quotas().stream()
                .filter(q -> q.type().equals(type.get().wireName()))
                .findFirst()
                .orElse(null);
    }

    public ReadOnlyObjectProperty<@Nullable SignedIn> signedInProperty() {
        return signedIn.getReadOnlyProperty();
    }

    /** The open account's colour, {@code #rrggbb}; grey while none is open. */
    public String colour() {
        SignedIn current = signedIn.get();
        return current == null ? NO_COLOUR : current.colour();
    }

    public @Nullable Connection connection() {
        SignedIn current = signedIn.get();
        return current == null ? null : current.connection();
    }

    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    public ObservableList<Zone> zones() {
        return FXCollections.unmodifiableObservableList(zones);
    }

    public ReadOnlyBooleanProperty readingZonesProperty() {
        return readingZonesNow.getReadOnlyProperty();
    }

    /** The chosen zone; null until there is one. */
    public ObjectProperty<@Nullable Zone> zoneProperty() {
        return zone;
    }

    /** Quota and hosts of the chosen zone, as of now or of last time; null until known. */
    public ReadOnlyObjectProperty<@Nullable ZoneFacts> factsProperty() {
        return facts.factsProperty();
    }

    /**
     * Whether EdgeOne said so since the account was opened. If not, it is what was known last time:
     * enough to plan with, not to send.
     */
    public ReadOnlyBooleanProperty factsFreshProperty() {
        return facts.freshProperty();
    }

    /** What is known of the account's zones. */
    public ZoneBook book() {
        return book;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> factsTroubleProperty() {
        return facts.troubleProperty();
    }

    /** The chosen purge type, whose quota is shown. */
    public ObjectProperty<PurgeType> typeProperty() {
        return type;
    }

    private record Answer(List<Zone> zones, Duration took) {}
}
