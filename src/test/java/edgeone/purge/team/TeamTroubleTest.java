package edgeone.purge.team;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.Secret;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.db.TeamTrouble.Kind;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;

import okhttp3.tls.HeldCertificate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever is wrong with a team's database is told in words, and nothing is lost. */
final class TeamTroubleTest {
    @TempDir private static Path shared;
    private static RealPostgres postgres;
    private static int databases;

    @TempDir private Path folder;
    private String name = "";
    private String home = "home";
    private TeamRows rows;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(shared);
        postgres.execute("CREATE ROLE secured LOGIN SUPERUSER PASSWORD 'right'");
        Path access = shared.resolve("postgres/pg_hba.conf");
        Files.writeString(
                access, "host all secured 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        postgres.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        name = "db" + ++databases;
        postgres.execute("CREATE DATABASE " + name);
        try (Connection connection = postgres.connectTo(name)) {
            TeamSchema.migrate(connection);
        }
        rows = new TeamRows(postgres, name);
    }

    private TeamDatabase database(String user, TeamPassword password) {
        String url = postgres.url(user).replace("/team", "/" + name);
        return new TeamDatabase(TeamAddress.of(url).orElseThrow(), password);
    }

    private TeamDatabase database() {
        return database("postgres", TeamPassword.NONE);
    }

    private static TeamDatabase at(String url, @Nullable String caFile) {
        return new TeamDatabase(TeamAddress.of(url).orElseThrow(), TeamPassword.NONE, caFile);
    }

    private static TeamPassword password(String text) {
        return () -> new Secret(text.toCharArray(), null);
    }

    /** Publishes a job of a journal of its own; and again once {@code mend} has put it right. */
    private void told(Kind kind, TeamDatabase wrong, Mending mend) throws Exception {
        try (OpenJournal journal = new OpenJournal(folder.resolve("home"))) {
            journal.create("job-1", List.of("https://a/1", "https://a/2"));
            Published published = publisher(journal, Clock.systemUTC()).publish(wrong);
            assertThat(published.trouble()).isNotNull();
            assertThat(published.trouble().kind()).as(published.trouble().detail()).isEqualTo(kind);
            assertThat(published.pending()).isPositive();
            mend.run();
            Published again = publisher(journal, Clock.systemUTC()).publish(database());
            assertThat(again.trouble()).isNull();
            assertThat(again.pending()).isZero();
            rows.areOf(journal);
            assertThat(rows.list("SELECT target FROM target ORDER BY position"))
                    .containsExactly("https://a/1", "https://a/2");
        }
    }

    /** Puts right what was wrong. */
    @FunctionalInterface
    private interface Mending {
        void run() throws Exception;

        static void nothing() {}
    }

    private static Publisher publisher(OpenJournal journal, Clock clock) {
        return new Publisher(
                new Outbox(journal.file()), new Installation("host", "wang", "1.0"), clock);
    }

    @Test
    void aWrongPassword() throws Exception {
        try (Connection right = database("secured", password("right")).connect()) {
            assertThat(right.isValid(1)).isTrue();
        }
        told(Kind.PASSWORD, database("secured", password("wrong")), Mending::nothing);
    }

    @Test
    void anExpiredCertificateAndOneThatIsTrusted() throws Exception {
        HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        Path ca = folder.resolve("ca.pem");
        Files.writeString(ca, authority.certificatePem());
        long now = Instant.now().toEpochMilli();
        HeldCertificate expired =
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.2")
                        .signedBy(authority)
                        .validityInterval(now - 200_000, now - 100_000)
                        .build();
        try (OddServer server = OddServer.withTls(expired)) {
            told(Kind.CERTIFICATE, at(server.url(), ca.toString()), Mending::nothing);
        }
        HeldCertificate good =
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.2")
                        .signedBy(authority)
                        .build();
        try (OddServer server = OddServer.withTls(good)) {
            assertThat(kind(at(server.url(), null))).isEqualTo(Kind.CERTIFICATE);
            assertThat(kind(at(server.url(), ca.toString()))).isEqualTo(Kind.NOT_POSTGRESQL);
        }
    }

    private static Kind kind(TeamDatabase database) {
        try (Connection connection = database.open()) {
            throw new AssertionError(connection);
        } catch (java.sql.SQLException e) {
            return TeamTrouble.of(e).kind();
        }
    }

    @Test
    void aServerWithoutTlsIsNotTalkedTo() throws Exception {
        try (OddServer server = OddServer.saying("127.0.0.2", "N")) {
            told(Kind.NO_TLS, at(server.url(), null), Mending::nothing);
        }
    }

    @Test
    void aServerOfAnotherProduct() throws Exception {
        String greeting = "J\0\0\0\n8.0.36\0\13\0\0\0abcdefgh\0\377\377";
        try (OddServer server = OddServer.saying("127.0.0.1", greeting)) {
            told(Kind.NOT_POSTGRESQL, at(server.url(), null), Mending::nothing);
        }
    }

    @Test
    void aNewerSchema() throws Exception {
        rows.force("INSERT INTO schema_version (version) VALUES (99)");
        told(
                Kind.NEWER_SCHEMA,
                database(),
                () -> rows.force("DELETE FROM schema_version WHERE version = 99"));
    }

    @Test
    void aFullDisk() throws Exception {
        rows.force(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE"
                    + " 'could not extend file: No space left on device' USING ERRCODE = '53100';"
                    + " END $$");
        rows.force(
                "CREATE TRIGGER full_disk BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION"
                        + " full_disk()");
        told(Kind.FULL, database(), () -> rows.force("DROP TRIGGER full_disk ON entry"));
    }

    @Test
    void aConnectionThatHangsMidStatement() throws Exception {
        try (Connection holder = postgres.connectTo(name)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE edgeone_purge.machine");
            told(Kind.SLOW, database().answeringWithin(1), holder::rollback);
        }
    }

    @Test
    void aClockAnHourOff() throws Exception {
        try (OpenJournal journal = new OpenJournal(folder.resolve("home"))) {
            journal.create("job-1", List.of("https://a/1"));
            Clock off = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
            Published published = publisher(journal, off).publish(database());
            assertThat(published.pending()).isZero();
            assertThat(published.trouble()).isEqualTo(new TeamTrouble(Kind.CLOCK, "+60"));
        }
    }

    @Test
    void tablesThatSomebodyTruncated() throws Exception {
        try (OpenJournal journal = new OpenJournal(folder.resolve("home"))) {
            Publisher publisher = publisher(journal, Clock.systemUTC());
            for (String tables :
                    List.of(
                            "head",
                            "job, batch",
                            "target",
                            "machine, entry, head, job, batch, target")) {
                journal.create("job-" + tables.length(), List.of("https://a/1"));
                assertThat(publisher.publish(database()).trouble()).isNull();
                rows.force("TRUNCATE " + tables + " CASCADE");
            }
            assertThat(publisher.publish(database()).trouble()).isNull();
            rows.areOf(journal);
        }
    }

    @Test
    void everyTroubleHasWordsInBothLanguages() {
        for (Language language : Language.values()) {
            for (Kind kind : Kind.values()) {
                String text = new TeamTrouble(kind, "why").text(Messages.in(language));
                assertThat(text).doesNotContain("{", "''").hasSizeGreaterThan(20);
            }
        }
    }

    @Test
    void whatTheServerSaidStandsInOneLineOrNotAtAll() {
        Messages english = Messages.in(Language.ENGLISH);
        TeamTrouble full =
                new TeamTrouble(
                        Kind.FULL, "could not extend file\n  Hint: Check \u001bfree space.");
        assertThat(full.text(english))
                .endsWith("room. [could not extend file Hint: Check \\u{1B}free space.]");
        assertThat(new TeamTrouble(Kind.SLOW, "").text(english)).endsWith("later.");
        assertThat(new TeamTrouble(Kind.NO_SCHEMA, "").windowText(english)).endsWith("database.");
    }

    @Test
    void aPurgeWithTheDatabaseGoneIsAsWithoutOne() throws Exception {
        Ended without = purge();
        home = "other";
        String gone = "postgresql://postgres@127.0.0.1:1/team";
        run("\n", "team", "set", "--url", gone, "--store", "file");
        Ended with = purge();
        assertThat(with.exit()).isEqualTo(without.exit()).isZero();
        assertThat(masked(with.out())).isEqualTo(masked(without.out()));
        assertThat(masked(with.err())).isEqualTo(masked(without.err()));
        Ended status = run("", "team", "status");
        assertThat(status.out()).contains("\"code\":\"Team.UNREACHABLE\"");
        assertThat(status.out()).doesNotContain("\"pending\":0,");
    }

    private Ended purge() {
        return run(
                "",
                "purge",
                "--zone",
                "example.com",
                "--type",
                "purge_url",
                "--target",
                "https://www.example.com/a",
                "--wait");
    }

    private static String masked(String text) {
        return text.replaceAll("\\d{6}-\\d{6}-[a-z0-9]{8}", "JOB")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\"[a-z0-9]{12,}\"", "\"ID\"")
                .replaceAll("\\d+", "N");
    }

    private Ended run(String input, String... arguments) {
        return RealProgram.run(
                Map.of("EDGEONE_PURGE_HOME", folder.resolve(home).toString()),
                input.getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of(arguments), Stream.of("--json", "--lang", "en"))
                        .toArray(String[]::new));
    }
}
