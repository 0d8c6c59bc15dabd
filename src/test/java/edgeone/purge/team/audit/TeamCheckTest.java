package edgeone.purge.team.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.journal.prune.PruneRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamRows;
import edgeone.purge.team.audit.TeamReport.Broken;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Publisher;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Whatever somebody changes in a team's database is found. */
final class TeamCheckTest {
    private static final Fate DONE = new Fate(TargetState.SUCCEEDED, null, null);

    @TempDir private static Path shared;
    private static RealPostgres postgres;
    private static OpenJournal journal;
    private static int copies;

    /** A job that ended, one that runs, one with a note, as they stand after two publications. */
    @BeforeAll
    static void publish() throws Exception {
        postgres = RealPostgres.start(shared);
        postgres.execute("CREATE DATABASE base");
        try (Connection connection = postgres.connectTo("base")) {
            TeamSchema.migrate(connection);
        }
        journal = new OpenJournal(shared.resolve("home"));
        journal.create("ended", List.of("https://a/1", "https://a/2"));
        journal.create("runs", List.of("https://b/1"), List.of("https://b/2"));
        finish();
        publishTo("base");
        journal.send("runs", 1);
        journal.batches.accepted("runs", 1, "task-2", null, Map.of());
        journal.jobs.note("ended", "OPS-1");
        publishTo("base");
    }

    private static void finish() {
        journal.send("ended", 1);
        journal.batches.accepted("ended", 1, "task-1", null, Map.of());
        journal.progress.progressed("ended", 1, Map.of("https://a/1", DONE));
        journal.progress.progressed("ended", 1, Map.of("https://a/2", DONE));
    }

    @AfterAll
    static void stop() throws Exception {
        journal.close();
        postgres.close();
    }

    private static TeamDatabase database(String name) {
        String url = postgres.url().replace("/team", "/" + name);
        return new TeamDatabase(TeamAddress.of(url).orElseThrow(), TeamPassword.NONE);
    }

    private static void publishTo(String name) {
        Publisher publisher =
                new Publisher(
                        new Outbox(journal.file()),
                        new Installation("host", "wang", "1.0"),
                        Clock.systemUTC());
        assertThat(publisher.publish(database(name)).trouble()).isNull();
    }

    private static TeamReport check(String name) throws Exception {
        return new TeamCheck(database(name), new Outbox(journal.file())).check();
    }

    private static String copy() throws Exception {
        String name = "copy" + ++copies;
        postgres.execute("CREATE DATABASE " + name + " TEMPLATE base");
        return name;
    }

    @Test
    void whatWasPublishedIsIntact() throws Exception {
        TeamReport report = check("base");
        assertThat(report.broken()).isNull();
        assertThat(report.machines()).isOne();
        assertThat(report.entries()).isGreaterThan(8);
        assertThat(report.incomplete()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET content = replace(content, 'OPS-1', 'OPS-2') WHERE kind = 'note'",
                "UPDATE entry SET at = at + interval '1 second' WHERE n = 2",
                "UPDATE entry SET hash = decode(repeat('11', 32), 'hex') WHERE n = 3",
                "DELETE FROM entry WHERE n = 1",
                "DELETE FROM entry WHERE n = 4",
                "DELETE FROM entry WHERE n = (SELECT max(n) FROM entry)",
                "TRUNCATE entry",
                "TRUNCATE head",
                "UPDATE head SET n = n - 1",
                "DELETE FROM machine",
            })
    void anEntryThatWasChangedOrRemovedIsNamed(String sql) throws Exception {
        String name = copy();
        new TeamRows(postgres, name).force(sql);
        assertThat(check(name).broken()).isInstanceOf(Broken.Entry.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE job SET person = 'li' WHERE id = 'ended'",
                "UPDATE job SET account = 'other' WHERE id = 'ended'",
                "UPDATE job SET n_succeeded = 1 WHERE id = 'ended'",
                "UPDATE job SET state = 'failed' WHERE id = 'ended'",
                "UPDATE job SET ended_at = ended_at + interval '1 hour' WHERE id = 'ended'",
                "UPDATE job SET note = 'OPS-2' WHERE id = 'ended'",
                "UPDATE job SET canceled = true WHERE id = 'runs'",
                "UPDATE job SET n_succeeded = 1 WHERE id = 'runs'",
                "DELETE FROM job WHERE id = 'runs'",
                "TRUNCATE job",
                "INSERT INTO job SELECT (jsonb_populate_record(j, '{\"id\": \"forged\"}')).* FROM"
                        + " job AS j LIMIT 1",
                "UPDATE batch SET task_id = 'other' WHERE job_id = 'ended'",
                "UPDATE batch SET states = '{}' WHERE job_id = 'ended'",
                "DELETE FROM batch WHERE job_id = 'runs' AND n = 1",
                "TRUNCATE batch",
                "UPDATE target SET target = 'https://a/3' WHERE job_id = 'ended' AND position = 1",
                "DELETE FROM target WHERE job_id = 'runs' AND position = 2",
                "INSERT INTO target SELECT job_id, created_at, 3, batch, target FROM target WHERE"
                        + " job_id = 'ended' AND position = 2",
                "TRUNCATE target",
                "UPDATE result SET state = 'failed' WHERE job_id = 'ended' AND position = 2",
                "DELETE FROM result WHERE job_id = 'ended'",
                "DELETE FROM result WHERE job_id = 'runs'",
                "TRUNCATE result",
            })
    void aJobWhoseRowsWereChangedIsNamed(String sql) throws Exception {
        String name = copy();
        new TeamRows(postgres, name).force(sql);
        assertThat(check(name).broken()).isInstanceOf(Broken.Job.class);
    }

    @Test
    void theMachineIsNamed() throws Exception {
        String name = copy();
        TeamRows rows = new TeamRows(postgres, name);
        rows.force("DELETE FROM entry WHERE n = 4");
        assertThat(check(name).broken())
                .isEqualTo(new Broken.Entry(rows.list("SELECT id FROM machine").getFirst(), 4));
    }

    @Test
    void jobsThatWereKeptWhenThePastWasPrunedArriveWhole() throws Exception {
        journal.create("later", List.of("https://c/1"));
        publishTo("base");
        try (Owners owners = Owners.register(shared.resolve("home"))) {
            new PruneRepository(journal.file(), owners, Clock.systemUTC())
                    .prune(new PruneChoice.Keep(1), _ -> {}, () -> false);
        }
        publishTo("base");
        assertThat(check("base").broken()).isNull();
        postgres.execute("CREATE DATABASE anew");
        try (Connection connection = postgres.connectTo("anew")) {
            TeamSchema.migrate(connection);
        }
        publishTo("anew");
        assertThat(check("anew").broken()).isNull();
    }

    @Test
    void aMonthThatItsOwnerRemovedIsNotMissed() throws Exception {
        String name = copy();
        TeamRows rows = new TeamRows(postgres, name);
        String month = rows.list("SELECT min(at)::date FROM entry").getFirst();
        assertThat(rows.refusal("postgres", "SELECT forget_month('" + month + "')")).isEmpty();
        assertThat(rows.list("SELECT count(*) FROM job")).containsExactly("0");
        assertThat(check(name).broken()).isNull();
    }
}
