package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.app.wiring.SignIn;
import edgeone.purge.commandline.CommandLines;
import edgeone.purge.commandline.RealShell;
import edgeone.purge.commandline.RealShell.Given;
import edgeone.purge.commandline.SentBy;
import edgeone.purge.engine.read.History;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A job copied as a command line and pasted into a real shell is the same job again. */
final class CopiedCommandCliTest {
    @TempDir private Path home;
    @TempDir private Path folder;
    private Shell shell;
    private RealShell real;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(home);
        real = new RealShell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** A job as far as its command line has to say it. */
    private record Purge(
            String account,
            String endpoint,
            String zone,
            PurgeType type,
            PurgeMethod method,
            List<String> tagDomains,
            List<String> targets) {}

    private Purge recorded(String id) throws IOException {
        return read(
                history -> {
                    Job job = history.job(id).orElseThrow().job();
                    return new Purge(
                            job.account(),
                            job.endpoint(),
                            job.zoneId(),
                            job.type(),
                            job.method(),
                            job.tagDomains(),
                            targets(history, id));
                });
    }

    private static List<String> targets(History history, String id) {
        return history.targets(id, List.of(), 0, 10_000).stream().map(TargetRow::target).toList();
    }

    private String copied(String id) throws IOException {
        return read(
                history -> {
                    Job job = history.job(id).orElseThrow().job();
                    List<String> targets =
                            job.type() == PurgeType.ALL ? List.of() : targets(history, id);
                    return new CommandLines(List.of("--home=" + home))
                            .purge(job, targets)
                            .orElseThrow();
                });
    }

    private interface Reading<T> {
        T of(History history);
    }

    private <T> T read(Reading<T> reading) throws IOException {
        try (Journal journal = Journal.open(home, Clock.systemUTC());
                Owners owners = Owners.register(home)) {
            Repositories repositories = Repositories.of(journal, owners, Clock.systemUTC());
            return reading.of(new History(repositories.history(), repositories.ownership()));
        }
    }

    private void assertTheSameAgain(Ended first, String... confirmation) throws Exception {
        assertThat(first.exit()).as(first.toString()).isZero();
        String line = copied(Shell.job(first));
        assertThat(line.substring(line.lastIndexOf("edgeone-purge ")))
                .doesNotContain("--yes", "--confirm");
        Given given = real.run(line);
        assertThat(real.leftSomething()).isFalse();
        List<String> arguments = new ArrayList<>(given.arguments());
        arguments.add("--json");
        arguments.addAll(List.of(confirmation));
        Ended again =
                RealProgram.run(shell.environment, given.input(), arguments.toArray(String[]::new));
        assertThat(again.exit()).as(line + " " + again).isZero();
        assertThat(Shell.job(again)).isNotEqualTo(Shell.job(first));
        assertThat(recorded(Shell.job(again))).isEqualTo(recorded(Shell.job(first)));
    }

    @Test
    void urls() throws Exception {
        assertTheSameAgain(
                shell.purgeUrls(
                        "a",
                        "?a=b&c=$(touch pwned)",
                        "it's/`touch pwned`;touch pwned|x>pwned",
                        "夏 季.jpg",
                        "*!~{a,b}"));
    }

    @Test
    void moreUrlsThanFitOnALine() throws Exception {
        String[] paths =
                IntStream.range(0, 300)
                        .mapToObj(i -> i + "'$(touch pwned)&\\")
                        .toArray(String[]::new);
        assertTheSameAgain(shell.purgeUrls(paths));
    }

    @Test
    void directoriesWithAMethod() throws Exception {
        assertTheSameAgain(
                shell.run(
                        "purge",
                        "--zone=example.com",
                        "--type=purge_prefix",
                        "--method=delete",
                        "--target=https://www.example.com/a/"));
    }

    @Test
    void cacheTagsOfADomain() throws Exception {
        assertTheSameAgain(
                shell.withInput(
                        "it's-$(touch${IFS}pwned)\n@file\n--yes\n",
                        "purge",
                        "--zone=example.com",
                        "--type=purge_cache_tag",
                        "--tag-domain=www.example.com",
                        "--targets-file=-"));
    }

    /** The line asks whoever runs it, as every purge of a whole zone does. */
    @Test
    void aWholeZoneIsConfirmedAnew() throws Exception {
        String[] purge = {"purge", "--zone=example.com", "--type=purge_all", "--yes"};
        Ended first = shell.run(purge);
        Given given = real.run(copied(Shell.job(first)));
        Ended unasked =
                RealProgram.run(
                        shell.environment, given.input(), given.arguments().toArray(String[]::new));
        assertThat(unasked.exit()).isEqualTo(2);
        assertTheSameAgain(first, "--yes");
    }

    /** As EdgeOne or another program may have it, which this one would not send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; touch pwned #",
                "\u0003touch pwned",
                "\u001b[201~touch pwned",
                "@/etc/passwd",
                "--yes",
                "\u202Eetar",
                ""
            })
    void textsOfOthersAreWordsAndNothingElse(String text) throws Exception {
        Job job = job("shop " + text, "zone-" + text, "d" + text);
        List<String> targets = List.of("t" + text, text + "t");
        Given given = real.run(new CommandLines(List.of()).purge(job, targets).orElseThrow());
        assertThat(real.leftSomething()).isFalse();
        var parsed = parse(given.arguments());
        assertThat(parsed.matchedOptionValue("--account", "")).isEqualTo("shop " + text);
        assertThat(parsed.matchedOptionValue("--zone", "")).isEqualTo("zone-" + text);
        assertThat(parsed.matchedOptionValue("--tag-domain", List.of()))
                .containsExactly("d" + text);
        if (text.startsWith("-")) {
            assertThat(given.input()).asString(StandardCharsets.UTF_8).isEqualTo(lines(targets));
        } else {
            assertThat(parsed.matchedOptionValue("--target", List.of())).isEqualTo(targets);
        }
        assertThat(parsed.hasMatchedOption("--yes")).isFalse();
        Given piped =
                real.run(
                        new CommandLines(List.of())
                                .purge(job, IntStream.range(0, 21).mapToObj(_ -> text).toList())
                                .orElseThrow());
        assertThat(piped.input())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo((text + "\n").repeat(21));
        Given call =
                real.run(
                        new CommandLines(List.of())
                                .call(
                                        new SentBy("id", "shop " + text, "https://a.test"),
                                        "A" + text,
                                        "{" + text)
                                .orElseThrow());
        assertThat(parse(call.arguments()).matchedOptionValue("--action", ""))
                .isEqualTo("A" + text);
        assertThat(parse(call.arguments()).matchedOptionValue("--params", ""))
                .isEqualTo("{" + text);
        Given quota = real.run(new CommandLines(List.of()).quota("z" + text).orElseThrow());
        assertThat(parse(quota.arguments()).matchedOptionValue("--zone", "")).isEqualTo("z" + text);
    }

    @Test
    void aCallThatIsTooLongForAnArgumentIsPipedIn() throws Exception {
        String body = "{\"Targets\":[\"" + "it's $(touch pwned) ".repeat(20_000) + "\"]}";
        Given call =
                real.run(
                        new CommandLines(List.of())
                                .call(new SentBy("demo", "demo", "demo"), "CreatePurgeTask", body)
                                .orElseThrow());
        assertThat(real.leftSomething()).isFalse();
        assertThat(call.input()).asString(StandardCharsets.UTF_8).isEqualTo(body + "\n");
        assertThat(parse(call.arguments()).matchedOptionValue("--params", "")).isEqualTo("@-");
    }

    private static String lines(List<String> targets) {
        return String.join("\n", targets) + "\n";
    }

    private static CommandLine.ParseResult parse(List<String> arguments) {
        return CommandLineProgram.model(Language.ENGLISH)
                .parseArgs(arguments.toArray(String[]::new))
                .subcommand();
    }

    private static Job job(String account, String zone, String domain) {
        return new Job(
                "1",
                Instant.EPOCH,
                account,
                "3f2a",
                "",
                "",
                zone,
                "",
                PurgeType.CACHE_TAG,
                null,
                List.of(domain),
                null);
    }

    @Test
    void whatNoShellCanBeGivenHasNoLine() {
        CommandLines lines = new CommandLines(List.of());
        assertThat(lines.purge(job("shop", "zone-1", ""), List.of("a\nb"))).isEmpty();
        assertThat(lines.purge(job("shop", "zone-1\0", ""), List.of())).isEmpty();
        List<String> many = new ArrayList<>(List.of("a\nb"));
        IntStream.range(0, 30).forEach(i -> many.add("tag" + i));
        assertThat(lines.purge(job("shop", "zone-1", ""), many)).isEmpty();
        assertThat(lines.quota("\r")).isEmpty();
        assertThat(lines.quota("--json")).isEmpty();
        assertThat(lines.purge(job("--json", "zone-1", ""), List.of("a"))).isEmpty();
    }

    @Test
    void theEnvironmentAndTheDemoNeedNoName() {
        CommandLines lines = new CommandLines(List.of());
        assertThat(lines.purge(known(SignIn.ENVIRONMENT, "https://e.test"), List.of()))
                .contains(
                        "edgeone-purge purge --endpoint=https://e.test --zone=zone-1"
                                + " --type=purge_all");
        assertThat(lines.purge(known("demo", "demo"), List.of()))
                .contains("edgeone-purge purge --zone=zone-1 --type=purge_all");
    }

    private static Job known(String account, String endpoint) {
        return new Job(
                "1",
                Instant.EPOCH,
                account,
                account,
                "",
                endpoint,
                "zone-1",
                "",
                PurgeType.ALL,
                null,
                List.of(),
                null);
    }
}
