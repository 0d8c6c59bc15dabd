package edgeone.purge.app.wiring;

import edgeone.purge.engine.TeamPorts;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.desk.TeamAccess;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.publish.Background;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;
import edgeone.purge.team.read.TeamHistory;
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
    private @Nullable TeamHistory everyone;
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
     * The team's history; empty where no team was set when it was first asked for. Reading it may
     * ask for a passphrase.
     */
    public synchronized Optional<SharedHistory> everyone() {
        if (everyone == null) {
            everyone =
                    access.database()
                            .map(asking -> new TeamHistory(asking, access.quietly().orElse(asking)))
                            .orElse(null);
        }
        return Optional.ofNullable(everyone);
    }

    /**
     * Publishes what waits until this is closed; for the window.
     *
     * @param told hears of each attempt, on another thread
     */
    public void publishMeanwhile(Consumer<Published> told) {
        if (publishing == null) {
            publishing = Background.start(access::quietly, outbox, publisher, told);
        }
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

    private synchronized void closeEveryone() {
        if (everyone != null) {
            everyone.close();
        }
    }

    @Override
    public void close() {
        closeEveryone();
        if (publishing != null) {
            publishing.close();
        }
        publisher.stop();
        gates.close();
    }
}
