package edgeone.purge.team.release;

import edgeone.purge.engine.recent.TeamJob;
import edgeone.purge.engine.recent.TeamPurges;
import edgeone.purge.model.PurgeType;
import edgeone.purge.team.db.TeamDatabase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads from the team's database what was purged lately. Says nothing where it cannot. */
public final class TeamLately implements TeamPurges {
    private static final Logger LOG = LoggerFactory.getLogger(TeamLately.class);

    private static final int ANSWER_SECONDS = 2;

    /** What runs for longer is told no more: its machine may have stopped for good. */
    private static final String LATELY =
            """
            SELECT j.zone_id, j.id, coalesce(nullif(j.person, ''), j.db_user), coalesce(j.host, ''), j.type,
                j.ended_at IS NULL,
                j.n_succeeded + j.n_failed + j.n_rejected + j.n_canceled, j.n_targets,
                greatest(0, extract(epoch FROM clock_timestamp() - j.created_at))::bigint,
                array(SELECT t.target FROM target t
                  WHERE t.job_id = j.id AND t.created_at = j.created_at ORDER BY t.position LIMIT 2000)
            FROM unnest(?::text[]) AS z(zone_id) CROSS JOIN LATERAL (
              SELECT * FROM job
              WHERE job.zone_id = z.zone_id AND created_at > clock_timestamp() - interval '1 hour'
                AND (ended_at IS NULL OR ended_at > clock_timestamp() - interval '10 minutes')
              ORDER BY created_at DESC LIMIT 10) j
            ORDER BY j.created_at DESC\
            """;

    private final Supplier<Optional<TeamDatabase>> team;

    /**
     * @param team the database as it is set now
     */
    public TeamLately(Supplier<Optional<TeamDatabase>> team) {
        this.team = team;
    }

    @Override
    public Map<String, List<TeamJob>> lately(Collection<String> zoneIds) {
        TeamDatabase database = team.get().orElse(null);
        if (database == null) {
            return Map.of();
        }
        try (Connection connection = database.answeringWithin(ANSWER_SECONDS).open();
                PreparedStatement read = connection.prepareStatement(LATELY)) {
            read.setArray(1, connection.createArrayOf("text", zoneIds.toArray()));
            ResultSet row = read.executeQuery();
            Map<String, List<TeamJob>> jobs = new HashMap<>();
            while (row.next()) {
                String zone = row.getString(1);
                job(row).ifPresent(
                                job -> jobs.computeIfAbsent(zone, _ -> new ArrayList<>()).add(job));
            }
            return jobs;
        } catch (SQLException e) {
            LOG.debug("The team's database cannot tell what was purged lately", e);
            return Map.of();
        }
    }

    /** Empty for a type that a newer program knows. */
    private static Optional<TeamJob> job(ResultSet row) throws SQLException {
        Optional<PurgeType> type = PurgeType.ofWireName(row.getString(5));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TeamJob(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        type.get(),
                        row.getBoolean(6),
                        row.getInt(7),
                        row.getInt(8),
                        Duration.ofSeconds(row.getLong(9)),
                        Arrays.asList((String[]) row.getArray(10).getArray())));
    }
}
