package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** {@code purge --zone auto}: one job for each zone that has a host of the targets. */
final class SplitCliTest {
    private static final String SHOP = "zone-test00000001";
    private static final String NEWS = "zone-test00000002";
    private static final String NEWS_ABROAD = "zone-test00000003";
    private static final String TWICE = "both.news.com";

    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell =
                new Shell(
                        home.resolve("home"),
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(SHOP, "shop.com", "www.shop.com")
                                                        .withQuota("purge_url", 2, 5),
                                                ZoneSetup.of(
                                                                NEWS,
                                                                "news.com",
                                                                "www.news.com",
                                                                "*.live.news.com",
                                                                "xn--fiq228c.news.com",
                                                                TWICE)
                                                        .withAlias("news-cn"),
                                                ZoneSetup.of(
                                                                NEWS_ABROAD,
                                                                "news.com",
                                                                "world.news.com",
                                                                TWICE)
                                                        .withAlias("news-world"))));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended purge(String type, String text, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("purge", "--zone", "auto", "--type", type, "--targets-file", "-"));
        arguments.addAll(List.of(more));
        return shell.withInput(
                text.getBytes(StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private static List<JsonNode> list(Ended ended, String name) {
        assertThat(ended.json().has(name)).as(ended.toString()).isTrue();
        return ended.json().get(name).valueStream().toList();
    }

    private List<String> acceptedBy(String zone) {
        return shell.edgeOne.accepted().stream()
                .filter(job -> job.zoneId().equals(zone))
                .flatMap(job -> job.targets().stream())
                .toList();
    }

    private void assertNothingWasSent(Ended ended, String... said) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(list(shell.run("jobs"), "jobs")).as("the journal").isEmpty();
    }

    @Test
    void theNoteIsKeptWithEachJob() throws Exception {
        String lines = "https://www.news.com/1\nhttps://www.shop.com/2\n";
        Ended ended = purge("purge_url", lines, "--note", "OPS-7");
        assertThat(list(ended, "jobs"))
                .hasSize(2)
                .extracting(job -> job.get("note").asString())
                .containsOnly("OPS-7");

        Files.writeString(
                home.resolve("home").resolve("settings.json"), "{\"note\":{\"required\":true}}");
        Ended without = purge("purge_url", lines);
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("The settings require a note that says why.");
        assertThat(list(shell.run("jobs"), "jobs")).hasSize(2);
        assertThat(shell.run("audit", "verify").exit()).isZero();
    }

    @Test
    void eachZoneGetsAJobOfItsOwnTargets() {
        Ended ended =
                purge(
                        "purge_url",
                        "https://www.news.com/1\n"
                                + "https://www.shop.com/2\n"
                                + "https://a.live.news.com/3\n"
                                + "https://world.news.com/4\n"
                                + "https://中文.news.com/5\n"
                                + "https://www.shop.com/2\n",
                        "--wait");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        List<JsonNode> jobs = list(ended, "jobs");
        assertThat(jobs)
                .extracting(job -> job.get("zone").asString())
                .containsExactly(NEWS, SHOP, NEWS_ABROAD);
        assertThat(jobs).extracting(job -> job.get("state").asString()).containsOnly("succeeded");
        assertThat(jobs)
                .extracting(job -> job.get("targets").get("total").asInt())
                .containsExactly(3, 1, 1);
        assertThat(acceptedBy(NEWS))
                .containsExactly(
                        "https://www.news.com/1",
                        "https://a.live.news.com/3",
                        "https://xn--fiq228c.news.com/5");
        assertThat(acceptedBy(SHOP)).containsExactly("https://www.shop.com/2");
        assertThat(acceptedBy(NEWS_ABROAD)).containsExactly("https://world.news.com/4");
        assertThat(list(shell.run("jobs"), "jobs")).hasSize(3);
        assertThat(ended.json().get("intake").get("found").asInt()).isEqualTo(6);
    }

    @Test
    void theSplitIsShownBeforeItIsSent() {
        Ended ended =
                purge(
                        "purge_url",
                        "https://www.news.com/1\n"
                                + "https://world.news.com/2\n"
                                + "https://world.news.com/2\n");
        String told = ended.err();
        assertThat(told).containsPattern("news.com +" + NEWS + " +news-cn +1 +1 +1\n");
        assertThat(told).containsPattern("news.com +" + NEWS_ABROAD + " +news-world +2 +1 +1\n");
        assertThat(told.indexOf(NEWS_ABROAD)).isLessThan(told.indexOf("recorded"));
    }

    @Test
    void aDryRunPlansEachZoneAndSendsNothing() {
        Ended ended =
                purge(
                        "purge_url",
                        IntStream.rangeClosed(1, 5)
                                        .mapToObj(i -> "https://www.shop.com/" + i + "\n")
                                        .reduce("", String::concat)
                                + "https://www.news.com/\n",
                        "--dry-run");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        List<JsonNode> plans = list(ended, "plans");
        assertThat(plans)
                .extracting(
                        plan -> plan.get("zone").asString(),
                        plan -> plan.get("zoneName").asString())
                .containsExactly(tuple(SHOP, "shop.com"), tuple(NEWS, "news.com"));
        assertThat(plans.getFirst().get("batches").asInt()).isEqualTo(3);
        assertThat(plans.getFirst().get("quotaLeft").asInt()).isEqualTo(5);
        assertThat(plans.getFirst().get("quotaAfter").asInt()).isZero();
        assertThat(plans.getLast().get("alias").asString()).isEqualTo("news-cn");
        assertThat(list(ended, "problems")).isEmpty();
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(list(shell.run("jobs"), "jobs")).isEmpty();
    }

    @Test
    void aHostOfNoZoneOrOfTwoIsAProblemAtItsLine() {
        String text =
                "https://www.shop.com/1\nhttps://"
                        + TWICE
                        + "/2\nhttps://other.org/3\nwww.shop.com/4\n";
        Ended refused = purge("purge_url", text);
        assertNothingWasSent(
                refused,
                "line 2",
                "news-cn, " + NEWS,
                "news-world, " + NEWS_ABROAD,
                "line 3",
                "line 4");
        JsonNode problems = refused.json().get("problems");
        assertThat(Shell.strings(problems, "kind"))
                .containsExactly("host_of_several_zones", "host_of_no_zone", "no_scheme");
        assertThat(problems.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(refused.json().get("error").get("message").asString()).contains("3 lines");

        Ended rest = purge("purge_url", text, "--skip-problems");
        assertThat(rest.exit()).as(rest.toString()).isZero();
        assertThat(Shell.strings(rest.json().get("problems"), "kind")).hasSize(3);
        assertThat(shell.edgeOne.accepted()).extracting(AcceptedJob::zoneId).containsExactly(SHOP);
        assertThat(acceptedBy(SHOP)).containsExactly("https://www.shop.com/1");
    }

    @Test
    void whereOneZoneCannotBePurgedNoneIs() {
        String six =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> "https://www.shop.com/" + i + "\n")
                        .reduce("https://www.news.com/\n", String::concat);
        Ended refused = purge("purge_url", six);
        assertNothingWasSent(refused, "zone shop.com", "quota");
        assertThat(refused.json().get("error").get("message").asString())
                .contains("shop.com: Not enough quota");
    }

    @Test
    void nothingToSendIsRefused() {
        assertNothingWasSent(purge("purge_url", "\n"), "empty");
        assertNothingWasSent(
                purge("purge_url", "https://other.org/\n", "--skip-problems"), "empty");
    }

    @Test
    void whatNamesNoHostCannotBeSorted() {
        assertNothingWasSent(purge("purge_cache_tag", "news\n"), "purge_cache_tag", "--zone auto");
        assertNothingWasSent(
                shell.run("purge", "--zone", "auto", "--type", "purge_all", "--yes"), "purge_all");
    }

    @Test
    void hostsNeedAConfirmationInEveryZone() {
        String hosts = "www.shop.com\nwww.news.com\n";
        assertNothingWasSent(purge("purge_host", hosts), "--yes");
        assertNothingWasSent(
                purge("purge_host", hosts, "--yes", "--confirm", "other.org"), "does not match");
        Ended ended = purge("purge_host", hosts, "--yes", "--confirm", "shop.com");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(shell.edgeOne.accepted()).hasSize(2);
    }

    @Test
    void theMethodIsThatOfEveryZone() {
        Ended ended =
                purge(
                        "purge_prefix",
                        "https://www.shop.com/a/\nhttps://www.news.com/b\n",
                        "--method",
                        "delete");
        assertThat(list(ended, "jobs"))
                .extracting(job -> job.get("method").asString())
                .containsExactly("delete", "delete");
        assertThat(acceptedBy(NEWS)).containsExactly("https://www.news.com/b/");
    }

    @Test
    void theExitCodeIsTheWorst() {
        shell.faults("CreatePurgeTask:row=failed@first=1");
        Ended ended =
                purge("purge_url", "https://www.shop.com/1\nhttps://www.news.com/2\n", "--wait");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(4);
        assertThat(list(ended, "jobs"))
                .extracting(job -> job.get("state").asString())
                .containsExactly("failed", "succeeded");
    }

    @Test
    void otherFormatsAndTwinsAreSortedToo() {
        String sitemap =
                "<urlset><url><loc>https://www.shop.com/a</loc></url>"
                        + "<url><loc>https://www.news.com/b</loc></url></urlset>";
        Ended ended =
                purge("purge_url", sitemap, "--format", "auto", "--twins", "scheme", "--dry-run");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(list(ended, "plans"))
                .extracting(plan -> plan.get("targets").asInt(), plan -> plan.get("twins").asInt())
                .containsOnly(tuple(2, 1));
        assertThat(ended.json().get("intake").get("format").asString()).isEqualTo("sitemap");
    }

    @Test
    void aLineOfAddressesOfSeveralZonesIsDividedAndThatIsTold() {
        Ended ended =
                purge(
                        "purge_url",
                        "https://www.shop.com/a https://www.news.com/b\n",
                        "--format",
                        "auto",
                        "--dry-run");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(Shell.strings(ended.json().get("rewrites"), "after"))
                .containsExactly("https://www.shop.com/a", "https://www.news.com/b");
    }

    @Test
    void severalNamesAreConfirmedForSeveralZonesOnly() {
        Ended ended =
                shell.run(
                        "purge",
                        "--zone",
                        "shop.com",
                        "--type",
                        "purge_host",
                        "--target",
                        "www.shop.com",
                        "--yes",
                        "--confirm",
                        "shop.com",
                        "--confirm",
                        "news.com");
        assertNothingWasSent(ended, "--confirm once");
    }

    /** SHOP takes five URLs a day, two in a request. */
    private static String seven() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(i -> "https://www.shop.com/" + i + "\n")
                .reduce("https://www.news.com/\n", String::concat);
    }

    @Test
    void eachZoneKeepsWhatItsQuotaDoesNotTake() {
        Ended planned = purge("purge_url", seven(), "--fit", "--dry-run");
        assertThat(planned.exit()).as(planned.toString()).isZero();
        assertThat(list(planned, "plans"))
                .extracting(plan -> plan.get("fits").asInt(), plan -> plan.get("later").asInt())
                .containsExactly(tuple(1, 0), tuple(5, 2));

        Ended ended = purge("purge_url", seven(), "--fit");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(5);
        assertThat(ended.err()).contains("Today's quota takes 5 targets; 2 wait");
        assertThat(acceptedBy(NEWS)).hasSize(1);
        assertThat(acceptedBy(SHOP)).hasSize(5).doesNotHaveDuplicates();
        List<JsonNode> jobs = list(ended, "jobs");
        assertThat(jobs).extracting(job -> job.has("waits")).containsExactly(false, true);
        assertThat(jobs.getLast().get("waits").get("targets").asInt()).isEqualTo(2);
        assertThat(jobs.getLast().get("targets").get("pending").asInt()).isEqualTo(2);
    }

    @Test
    void aRecipeIsSortedByZoneToo() {
        Ended saved =
                shell.run(
                        "recipe",
                        "save",
                        "release",
                        "--zone",
                        "shop.com",
                        "--type",
                        "purge_url",
                        "--target",
                        "https://www.shop.com/${V}",
                        "--target",
                        "https://www.news.com/${V}");
        assertThat(saved.exit()).as(saved.toString()).isZero();
        Ended ended = shell.run("purge", "--recipe", "release", "--var", "V=1", "--zone", "auto");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("recipe").asString()).isEqualTo("release");
        assertThat(acceptedBy(SHOP)).containsExactly("https://www.shop.com/1");
        assertThat(acceptedBy(NEWS)).containsExactly("https://www.news.com/1");
    }

    @Test
    void aRecipeWithoutHostsCannotBeSorted() {
        shell.run("recipe", "save", "all", "--zone", "shop.com", "--type", "purge_all");
        assertNothingWasSent(
                shell.run("purge", "--recipe", "all", "--zone", "auto", "--yes"),
                "purge_all",
                "--zone auto");
    }

    @Test
    void whatWasPurgedAShortWhileAgoIsToldForItsZone() {
        purge("purge_url", "https://www.shop.com/1\n", "--wait");
        String both = "https://www.shop.com/1\nhttps://www.news.com/2\n";
        Ended planned = purge("purge_url", both, "--dry-run");
        assertThat(list(planned, "plans"))
                .extracting(plan -> plan.has("recent"))
                .containsExactly(true, false);
        assertThat(planned.err()).contains("zone shop.com");
        Ended ended = purge("purge_url", both);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(list(ended, "recent"))
                .extracting(
                        recent -> recent.get("zone").asString(),
                        recent -> recent.get("targets").asInt())
                .containsExactly(tuple(SHOP, 1));
    }
}
