package edgeone.purge.app.wiring;

import edgeone.purge.engine.TeamPorts;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.desk.TeamAccess;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.publish.Background;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.team.release.TeamLately;
import edgeone.purge.team.release.TeamReleases;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The objects of a team, if the settings name one. */
public final class TeamWiring implements AutoCloseable {
    private final CurrentSettings settings;
    private final TeamAccess access;
    private final TeamGates gates;
    private final Outbox outbox;
    private final Publisher publisher;
    private final TeamDesk desk;
    private final EveryonesHistory everyone;
    private @Nullable Background publishing;

    TeamWiring(
            CurrentSettings settings,
            SecretStores stores,
            KnownSecrets known,
            Map<String, String> environment,
            Journal journal,
            Clock clock) {
        this.settings = settings;
        access = new TeamAccess(settings::now, stores, known, environment);
        everyone = new EveryonesHistory(settings::now, access);
        gates = new TeamGates(access::quietly);
        outbox = new Outbox(journal);
        publisher = new Publisher(outbox, Workstation.installation(environment), clock);
        desk =
                new TeamDesk(
                        settings::now, settings::change, stores, access, outbox, publisher, clock);
    }

    /** Setting, status and publishing. */
    public TeamDesk desk() {
        return desk;
    }

    /** Purges that wait for a second person; asking may ask for a passphrase. */
    public RequestDesk releases() {
        return new RequestDesk(access::database);
    }

    /** The same for the window, which asks in the background and never for a passphrase. */
    public RequestDesk releasesQuietly() {
        return new RequestDesk(access::quietly);
    }

    /**
     * The history of the team that is set now; empty where none is. Reading it may ask for a
     * passphrase; this does not, and does not block.
     */
    public Optional<SharedHistory> everyone() {
        return everyone.now();
    }

    /**
     * Publishes what waits until this is closed; for the window.
     *
     * @param told hears of each attempt, on another thread
     */
    public void publishMeanwhile(Consumer<Published> told) {
        if (publishing == null) {
            Background started = Background.start(this::lookAgain, outbox, publisher, told);
            desk.onKept(started::tryAgain);
            publishing = started;
        }
    }

    /** The database of now, also where another process has set it since. */
    private Optional<TeamDatabase> lookAgain() {
        settings.lookAgain();
        return access.quietly();
    }

    TeamAccess access() {
        return access;
    }

    TeamGates gates() {
        return gates;
    }

    /** What the engine asks of the team. */
    TeamPorts ports() {
        return new TeamPorts(
                new TeamReleases(access::database, this::releaseMinutes),
                new TeamLately(access::quietly));
    }

    private int releaseMinutes() {
        TeamSetting set = settings.now().team();
        return set == null ? 1 : set.releaseMinutes();
    }

    @Override
    public void close() {
        everyone.close();
        if (publishing != null) {
            publishing.close();
        }
        publisher.stop();
        gates.close();
    }
}
