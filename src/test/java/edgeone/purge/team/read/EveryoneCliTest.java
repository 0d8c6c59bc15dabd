package edgeone.purge.team.read;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.format.ExportedTable;
import edgeone.purge.team.RealPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The commands that read a team's history. */
final class EveryoneCliTest {
    private static final String HOSTILE = "li\u001b[31m\u202e\"'; <script>";

    @TempDir private static Path shared;
    private static RealPostgres postgres;

    @TempDir private Path home;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(shared);
        try (TeamTables tables = new TeamTables(postgres);
                OpenJournal journal = new OpenJournal(shared.resolve("colleague"))) {
            create(journal, "job-li", HOSTILE, "desk-7");
            create(journal, "job-wang", "wang", "desk-8");
            journal.send("job-li", 1);
            journal.batches.accepted(
                    "job-li", 1, "task-1", "req-1", Map.of("https://e/\"li\"", "domain not valid"));
            tables.publish(journal.file());
        }
    }

    private static void create(OpenJournal journal, String id, String person, String host) {
        Job job = OpenJournal.job(id);
        journal.jobs.create(
                new Job(
                                id,
                                job.createdAt().plusSeconds(id.length()),
                                "account",
                                null,
                                "f",
                                "https://e",
                                "zone-1",
                                "example.com",
                                PurgeType.URL,
                                null,
                                List.of(),
                                null)
                        .from(new Provenance(Origin.HERE, "OPS-1", person, host, "1.0", null)),
                List.of(List.of("https://e/" + id, "https://e/\"" + id.substring(4) + "\"")));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private Ended run(String... arguments) {
        return RealProgram.run(
                Map.of("EDGEONE_PURGE_HOME", home.toString()),
                "\n".getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of(arguments), Stream.of("--lang", "en"))
                        .toArray(String[]::new));
    }

    private JsonNode json(String... arguments) {
        Ended ended =
                run(
                        Stream.concat(Stream.of(arguments), Stream.of("--json"))
                                .toArray(String[]::new));
        assertThat(ended.exit()).as(ended.toString()).isZero();
        return new JsonMapper().readTree(ended.out());
    }

    private void set(String url) {
        run("team", "set", "--url", url, "--store", "file");
    }

    @Test
    void listsWhatColleaguesPurgedAndWho() throws Exception {
        set(postgres.url());
        JsonNode jobs = json("jobs", "--everyone");
        assertThat(jobs.get("total").intValue()).isEqualTo(2);
        assertThat(jobs.at("/jobs/0/job").stringValue()).isEqualTo("job-wang");
        assertThat(jobs.at("/jobs/0/person").stringValue()).isEqualTo("wang");
        assertThat(jobs.at("/jobs/0/machine").stringValue()).isEqualTo("desk-8");
        assertThat(jobs.at("/jobs/1/person").stringValue()).isEqualTo(HOSTILE);
        assertThat(json("jobs").get("total").intValue()).as("mine").isZero();
        assertThat(json("jobs", "--everyone", "--text", "\"LI\"").at("/jobs/0/job").stringValue())
                .isEqualTo("job-li");
        assertThat(run("jobs", "--everyone").out())
                .contains("Person", "Machine", "wang", "desk-8")
                .doesNotContain("\u001b", "\u202e");
        JsonNode targets = json("targets", "job-li", "--everyone", "--state", "rejected");
        assertThat(targets.get("targets").size()).isOne();
        assertThat(targets.at("/targets/0/reason").stringValue()).isEqualTo("domain not valid");
        assertThat(targets.at("/targets/0/machine").stringValue()).isEqualTo("desk-7");
        assertThat(run("targets", "nowhere", "--everyone").exit()).isEqualTo(2);
    }

    @Test
    void exportsWithPersonAndMachine() throws Exception {
        set(postgres.url());
        Path csv = home.resolve("all.csv");
        json("export", "--everyone", "--format", "csv", "--output", csv.toString());
        assertThat(Files.readAllLines(csv)).hasSize(5);
        assertThat(Files.readString(csv)).contains("\"person\",\"machine\"", "\"wang\",\"desk-8\"");
        assertThat(ExportedTable.begins(Files.readString(csv))).as("is read back").isTrue();
        Path file = home.resolve("one.json");
        json("export", "job-li", "--everyone", "--format", "json", "--output", file.toString());
        JsonNode written = new JsonMapper().readTree(file.toFile());
        assertThat(written.at("/jobs/0/person").stringValue()).isEqualTo(HOSTILE);
        Path html = home.resolve("all.html");
        json("export", "--everyone", "--format", "html", "--output", html.toString());
        assertThat(Files.readString(html)).contains("<dt>Person</dt>").doesNotContain("<script>");
    }

    @Test
    void withoutATeamOrItsDatabaseItSaysSo() {
        Ended none = run("jobs", "--everyone");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("edgeone-purge team set");
        set("postgresql://me@127.0.0.1:1/team");
        for (String[] command :
                List.of(
                        new String[] {"jobs", "--everyone"},
                        new String[] {"targets", "job-li", "--everyone"},
                        new String[] {
                            "export", "--everyone", "--format", "csv", "--output", "x.csv"
                        })) {
            Ended gone = run(command);
            assertThat(gone.exit()).as(gone.toString()).isEqualTo(7);
            assertThat(gone.err()).contains("cannot be reached");
        }
        assertThat(run("jobs").exit()).as("mine").isZero();
    }
}
