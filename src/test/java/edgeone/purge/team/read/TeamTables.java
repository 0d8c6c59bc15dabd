package edgeone.purge.team.read;

import edgeone.purge.history.JobHistory;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The tables of a team's database, filled as machines that publish would have filled them. */
public final class TeamTables implements AutoCloseable {
    private final Connection connection;
    private final TeamDatabase database;

    /** Makes the tables in an empty database. */
    public TeamTables(RealPostgres postgres) throws SQLException {
        database =
                new TeamDatabase(TeamAddress.of(postgres.url()).orElseThrow(), TeamPassword.NONE);
        connection = database.connect();
        TeamSchema.migrate(connection);
        for (String table : List.of("entry", "job", "batch", "target", "result")) {
            run("CREATE TABLE IF NOT EXISTS %1$s_other PARTITION OF %1$s DEFAULT".formatted(table));
        }
    }

    public TeamDatabase database() {
        return database;
    }

    /** Runs statements as the owner. */
    public void run(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    /** A machine that publishes. */
    public UUID machine(String host, String person) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                "INSERT INTO machine (id, host, os_user, program) VALUES (?, ?, ?, '1.2.3')",
                id,
                host,
                person);
        return id;
    }

    /** A job with all that came of it, told by two entries. */
    public void publish(
            UUID machine, JobSummary summary, List<Batch> batches, List<TargetRow> targets)
            throws SQLException {
        Job job = summary.job();
        TargetCounts counts = summary.targets();
        connection.setAutoCommit(false);
        update(
                "INSERT INTO job (id, created_at, machine, person, host, program, db_user, account,"
                    + " account_id, key_fingerprint, key_end, endpoint, zone_id, zone_name, type,"
                    + " method, tag_domains, retry_of, n_targets, note, state, n_succeeded,"
                    + " n_failed, n_rejected, n_canceled, n_unknown, ended_at) VALUES (?, ?, ?, ?,"
                    + " ?, ?, 'publisher', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)",
                job.id(),
                job.createdAt(),
                machine,
                job.provenance().user(),
                job.provenance().host(),
                job.provenance().program(),
                job.account(),
                job.accountId(),
                job.keyFingerprint(),
                job.provenance().keyEnd(),
                job.endpoint(),
                job.zoneId(),
                job.zoneName(),
                job.type().wireName(),
                job.method() == null ? null : job.method().wireName(),
                String.join("\n", job.tagDomains()),
                job.retryOf(),
                counts.total(),
                job.provenance().note(),
                summary.state().label(),
                counts.succeeded(),
                counts.failed(),
                counts.rejected(),
                counts.canceled(),
                counts.unknown(),
                summary.endedAt());
        for (Batch batch : batches) {
            update(
                    "INSERT INTO batch (job_id, created_at, n, state, targets, task_id, request_id,"
                        + " attempts, code, message, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?)",
                    job.id(),
                    job.createdAt(),
                    batch.n(),
                    batch.state().label(),
                    batch.targets(),
                    batch.taskId(),
                    batch.requestId(),
                    batch.attempts(),
                    batch.errorCode(),
                    batch.errorMessage(),
                    batch.sentAt());
        }
        update(
                "INSERT INTO target SELECT ?, ?, * FROM unnest(?::integer[], ?::integer[],"
                        + " ?::text[])",
                job.id(),
                job.createdAt(),
                targets.stream().map(TargetRow::position).toArray(Integer[]::new),
                targets.stream().map(TargetRow::batch).toArray(Integer[]::new),
                targets.stream().map(TargetRow::target).toArray(String[]::new));
        for (TargetRow row : targets) {
            if (row.state() != TargetState.PENDING) {
                result(job, row, 7, TargetState.ACCEPTED, null, null);
                result(job, row, 9, row.state(), row.code(), row.reason());
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void result(
            Job job,
            TargetRow row,
            int n,
            TargetState state,
            @Nullable String code,
            @Nullable String reason)
            throws SQLException {
        update(
                "INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.createdAt(),
                row.position(),
                n,
                row.batch(),
                state.label(),
                code,
                reason);
    }

    /** Publishes jobs of a history as one machine's. */
    public void publish(UUID machine, JobHistory from, List<String> jobs) throws SQLException {
        for (String id : jobs) {
            publish(
                    machine,
                    from.job(id).orElseThrow(),
                    from.batches(id),
                    from.targets(id, TargetFilter.ALL, 0, Integer.MAX_VALUE));
        }
    }

    /** The next entry of a machine, which tells who listens. */
    public void tell(UUID machine) throws SQLException {
        update(
                "INSERT INTO entry (machine, n, at, kind, content, previous, hash) SELECT id,"
                    + " coalesce(last.n, 0) + 1, ?, 'safety', '{}', coalesce(last.hash,"
                    + " decode(repeat('00', 32), 'hex')), decode(md5(random()::text), 'hex') FROM"
                    + " machine LEFT JOIN LATERAL (SELECT n, hash FROM entry WHERE machine ="
                    + " machine.id ORDER BY n DESC LIMIT 1) last ON true WHERE id = ?",
                Instant.parse("2026-11-20T10:00:00Z"),
                machine);
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1,
                        values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
