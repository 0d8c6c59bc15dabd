package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.recent.TeamJob;
import edgeone.purge.engine.recent.TeamPurge;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeTask;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * What of the newest plan was purged a short while ago. Looks in the journal with each plan; asks
 * EdgeOne for its list once for each zone and type, and again when the zone's facts are read again.
 * A plan never waits for it, and a failure only means that nothing is said.
 */
public final class Recent {
    private final RecentPurges purges;
    private final Session session;
    private final Planning planning;
    private final Latest looking;
    private final Latest listing;
    private final Latest asking;
    private final ReadOnlyObjectWrapper<@Nullable TeamPurge> team = new ReadOnlyObjectWrapper<>();

    /** What the team told last of the zone. */
    private List<TeamJob> told = List.of();

    private final ReadOnlyObjectWrapper<@Nullable RecentPurge> recent =
            new ReadOnlyObjectWrapper<>();

    /** What EdgeOne listed last. */
    private @Nullable Listed listed;

    private record Listed(
            Connection connection, String zoneId, PurgeType type, List<PurgeTask> rows) {}

    public Recent(RecentPurges purges, Session session, Planning planning, Tasks tasks) {
        this.purges = purges;
        this.session = session;
        this.planning = planning;
        looking = tasks.latest();
        listing = tasks.latestCall();
        asking = tasks.latestCall();
        planning.reviewProperty().subscribe(_ -> look());
        session.factsProperty()
                .subscribe(
                        _ -> {
                            listed = null;
                            list();
                            ask();
                        });
        session.typeProperty().subscribe(_ -> list());
    }

    private void ask() {
        var facts = session.factsProperty().get();
        told = List.of();
        if (facts == null) {
            asking.drop();
            return;
        }
        String zoneId = facts.zone().zoneId();
        asking.run(
                () -> purges.inTeam(zoneId),
                jobs -> {
                    told = jobs;
                    look();
                },
                _ -> {});
    }

    private void list() {
        Connection connection = session.connection();
        var facts = session.factsProperty().get();
        PurgeType type = session.typeProperty().get();
        if (connection == null || facts == null) {
            listing.drop();
            return;
        }
        String zoneId = facts.zone().zoneId();
        if (listed == null || !isOf(listed, connection, zoneId, type)) {
            listing.run(
                    () ->
                            new Listed(
                                    connection,
                                    zoneId,
                                    type,
                                    purges.listed(connection, zoneId, type)),
                    found -> {
                        listed = found;
                        look();
                    },
                    _ -> {});
        }
    }

    private record Found(Optional<RecentPurge> recent, Optional<TeamPurge> team) {}

    private void look() {
        Connection connection = session.connection();
        Review review = planning.reviewProperty().get();
        if (connection == null || review == null) {
            looking.drop();
            recent.set(null);
            team.set(null);
            return;
        }
        Plan plan = review.plan();
        Listed known = listed;
        List<PurgeTask> rows =
                known != null && isOf(known, connection, plan.zone().zoneId(), plan.type())
                        ? known.rows()
                        : List.of();
        List<TeamJob> jobs = told;
        looking.run(
                () -> new Found(purges.of(connection, plan, rows), RecentPurges.of(plan, jobs)),
                found -> {
                    recent.set(found.recent().orElse(null));
                    team.set(found.team().orElse(null));
                },
                _ -> recent.set(null));
    }

    private static boolean isOf(
            Listed listed, Connection connection, String zoneId, PurgeType type) {
        return listed.connection().equals(connection)
                && listed.zoneId().equals(zoneId)
                && listed.type() == type;
    }

    /** What a colleague purges in the zone now, or purged lately; null for nothing known. */
    public ReadOnlyObjectProperty<@Nullable TeamPurge> teamProperty() {
        return team.getReadOnlyProperty();
    }

    /** Null if nothing of the plan was purged a short while ago, as far as is known. */
    public ReadOnlyObjectProperty<@Nullable RecentPurge> recentProperty() {
        return recent.getReadOnlyProperty();
    }
}
