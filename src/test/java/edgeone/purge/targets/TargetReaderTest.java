package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TargetReaderTest {
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain("www.example.com", "online"),
                            new AccelerationDomain("*.img.example.com", "online"),
                            new AccelerationDomain("xn--fsqu00a.example.com", "online")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.com",
                "http://www.example.com/",
                "https://www.example.com/a.txt",
                "https://a.img.example.com/a.txt",
                "https://www.example.com:8443/a.txt",
                "https://www.example.com:080/a.txt",
                "https://www.example.com:1/a.txt",
                "https://www.example.com:65535/a.txt",
                "https://www.example.com//a//b...c/.d/..e/",
                "https://www.example.com/a?",
                "https://www.example.com?x=1",
                "https://www.example.com/Style.CSS?V=aB&&x==/y?z",
                "https://www.example.com/a%20b%e4%b8%ad%E4%B8%AD",
                "https://www.example.com/100%/%zz/%",
                "https://www.example.com/a*b|c\\d^e`f{g}\"h<i>'j",
                "https://www.example.com/http://other.example.org/@x:y",
                "https://www.example.com/a//?/../b",
                "https://www.example.com/? http",
            })
    void theRestOfAnAddressIsSentAsGiven(String url) {
        String sent = url.replace(" ", "%20");
        TargetList list = TargetReader.read(PurgeType.URL, url, HOSTS);
        assertThat(list.targets()).containsExactly(new Target(1, sent));
        assertThat(list.problems()).isEmpty();
        assertThat(list.rewrites()).hasSize(sent.equals(url) ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://www.example.com/A         | http://www.example.com/A          |"
                        + " SCHEME_CASE",
                "https://WWW.Example.COM:81/A     | https://www.example.com:81/A      | HOST_CASE",
                "http://www.example.com/a b?c d   | http://www.example.com/a%20b?c%20d | ENCODED",
                "http://www.example.com/中%2f文    | http://www.example.com/%E4%B8%AD%2f%E6%96%87 |"
                        + " ENCODED",
                "http://www.example.com/😀         | http://www.example.com/%F0%9F%98%80 | ENCODED",
                "http://例子.example.com/          | http://xn--fsqu00a.example.com/   |"
                        + " HOST_PUNYCODE",
                "http://例子。Example。com/        | http://xn--fsqu00a.example.com/   | HOST_PUNYCODE"
                        + " HOST_CASE",
                "HTTPS://www。EXAMPLE.com/é       | https://www.example.com/%C3%A9    | SCHEME_CASE"
                        + " HOST_CASE HOST_PUNYCODE ENCODED",
            })
    void whatIsRewrittenIsTold(String url, String sent, String kinds) {
        TargetList list = TargetReader.read(PurgeType.URL, url, HOSTS);
        assertThat(list.targets()).containsExactly(new Target(1, sent));
        Rewrite rewrite = list.rewrites().getFirst();
        assertThat(rewrite.before()).isEqualTo(url);
        assertThat(rewrite.after()).isEqualTo(sent);
        assertThat(rewrite.kinds()).containsAll(kinds(kinds)).hasSizeBetween(1, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "www.example.com/a                    | NO_SCHEME |",
                "//www.example.com/a                  | NO_SCHEME |",
                "www.example.com:80/a                 | NO_SCHEME |",
                "http:www.example.com                 | NO_SCHEME |",
                "http:/www.example.com                | NO_SCHEME |",
                "://www.example.com                   | NO_SCHEME |",
                "www.example.com/?u=http://x          | NO_SCHEME |",
                "ht tp://www.example.com/             | NO_SCHEME |",
                "1http://www.example.com/             | NO_SCHEME |",
                "+http://www.example.com/             | NO_SCHEME |",
                "h2+x-y.z://www.example.com/          | FOREIGN_SCHEME | h2+x-y.z",
                "ｈttp://www.example.com/             | NO_SCHEME |",
                "ftp://www.example.com/a              | FOREIGN_SCHEME | ftp",
                "HTTPX://www.example.com/a            | FOREIGN_SCHEME | HTTPX",
                "http://                              | NO_HOST |",
                "http:///a                            | NO_HOST |",
                "http://:80/a                         | NO_HOST |",
                "http://?a                            | NO_HOST |",
                "http://[::1]/                        | BAD_HOST | [::1]",
                "http://[::ffff:1.2.3.4]:80/          | BAD_HOST | [::ffff:1.2.3.4]:80",
                "http://www.example.com:80:80/        | BAD_HOST | www.example.com:80:80",
                "http://www..example.com/             | BAD_HOST | www..example.com",
                "http://www.example.com./             | BAD_HOST | www.example.com.",
                "http://.example.com/                 | BAD_HOST | .example.com",
                "http://www example.com/              | BAD_HOST | www example.com",
                "http://www.example.com\\a/           | BAD_HOST | www.example.com\\a",
                "http://www%2eexample.com/            | BAD_HOST | www%2eexample.com",
                "http://www.faß.example.com/          | BAD_HOST | www.faß.example.com",
                "http://℀.img.example.com/            | BAD_HOST | ℀.img.example.com",
                "http://a＠b.img.example.com/         | BAD_HOST | a＠b.img.example.com",
                "http://www.example.com:/             | BAD_PORT |",
                "http://www.example.com:0/            | BAD_PORT | 0",
                "http://www.example.com:65536/        | BAD_PORT | 65536",
                "http://www.example.com:99999999999/  | BAD_PORT | 99999999999",
                "http://www.example.com:000080/       | BAD_PORT | 000080",
                "http://www.example.com:８０/          | BAD_PORT | ８０",
                "http://www.example.com:-1/           | BAD_PORT | -1",
                "http://*.example.com/                | WILDCARD_HOST | *.example.com",
                "http://w*.example.com/               | WILDCARD_HOST | w*.example.com",
                "http://example.com/                  | FOREIGN_HOST | example.com",
                "http://img.example.com/              | FOREIGN_HOST | img.example.com",
                "http://evilimg.example.com/          | FOREIGN_HOST | evilimg.example.com",
                "http://www.example.com.evil.org/     | FOREIGN_HOST | www.example.com.evil.org",
                "http://Other.ORG:81/                 | FOREIGN_HOST | other.org",
                "http://127.0.0.1/                    | FOREIGN_HOST | 127.0.0.1",
                "http://user@www.example.com/         | USER_INFO |",
                "http://@www.example.com/             | USER_INFO |",
                "http://user:secret@www.example.com/  | USER_INFO |",
                "http://www.example.com\\@evil.org/   | USER_INFO |",
            })
    void whatEdgeOneWouldRefuseIsRefused(String url, ProblemKind kind, String detail) {
        for (PurgeType type : new PurgeType[] {PurgeType.URL, PurgeType.PREFIX}) {
            TargetList list = TargetReader.read(type, "\n" + url, HOSTS);
            assertThat(list.targets()).isEmpty();
            Problem problem = list.problems().getFirst();
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.detail()).isEqualTo(detail == null ? "" : detail);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0000, CONTROL_CHARACTER",
        "0009, CONTROL_CHARACTER",
        "001B, CONTROL_CHARACTER",
        "007F, CONTROL_CHARACTER",
        "0080, CONTROL_CHARACTER",
        "0085, CONTROL_CHARACTER",
        "009F, CONTROL_CHARACTER",
        "D800, NOT_UNICODE",
        "DFFF, NOT_UNICODE",
    })
    void whatIsNotTextIsRefusedForEveryType(String code, ProblemKind kind) {
        char c = (char) Integer.parseInt(code, 16);
        for (PurgeType type : types()) {
            for (String line :
                    List.of(
                            "http://www.example.com/" + c + "x",
                            "http://www.example.com/😀" + c + ".")) {
                Problem problem = TargetReader.read(type, line, HOSTS).problems().getFirst();
                assertThat(problem.kind()).isEqualTo(kind);
                assertThat(problem.detail()).isEqualTo("U+" + code);
                assertThat(problem.excerpt()).isEqualTo(line);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://www.example.com/a/     | http://www.example.com/a/        |             |",
                "http://www.example.com/a      | http://www.example.com/a/        | SLASH_ADDED |",
                "http://www.example.com/a b    | http://www.example.com/a%20b/    | SLASH_ADDED |",
                "http://www.example.com        | http://www.example.com/          | SLASH_ADDED |"
                        + " WHOLE_HOST",
                "http://www.example.com/       | http://www.example.com/          |             |"
                        + " WHOLE_HOST",
                "http://www.example.com//      | http://www.example.com//         |             |"
                        + " WHOLE_HOST",
                "http://www.example.com:80     | http://www.example.com/          | SLASH_ADDED |"
                        + " WHOLE_HOST",
            })
    void aDirectoryEndsWithASlash(String line, String sent, String rewrite, String remark) {
        TargetList list = TargetReader.read(PurgeType.PREFIX, line, HOSTS);
        assertThat(list.targets()).containsExactly(new Target(1, sent));
        Set<RewriteKind> rewrites =
                list.rewrites().stream()
                        .flatMap(r -> r.kinds().stream())
                        .collect(Collectors.toSet());
        assertThat(rewrites.contains(RewriteKind.SLASH_ADDED)).isEqualTo(rewrite != null);
        assertThat(list.remarks().stream().map(Remark::kind).map(Enum::name).toList())
                .isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.example.com/a/?", "http://www.example.com/a#b"})
    void aDirectoryHasNoQuery(String line) {
        TargetList list = TargetReader.read(PurgeType.PREFIX, line, HOSTS);
        assertThat(list.problems().getFirst().kind()).isEqualTo(ProblemKind.QUERY_IN_DIRECTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WWW.Example.com         | www.example.com         |",
                "a.img.example.com       | a.img.example.com       |",
                "例子.example.com         | xn--fsqu00a.example.com |",
                "http://www.example.com/ |                         | HOST_WITH_SCHEME",
                "www.example.com/        |                         | HOST_WITH_PATH",
                "www.example.com?a       |                         | HOST_WITH_PATH",
                "www.example.com:80      |                         | HOST_WITH_PATH",
                "www.example.com#a       |                         | HOST_WITH_PATH",
                "//www.example.com       |                         | HOST_WITH_PATH",
                "u@www.example.com       |                         | USER_INFO",
                "@www.example.com        |                         | USER_INFO",
                "*.example.com           |                         | WILDCARD_HOST",
                "*                       |                         | WILDCARD_HOST",
                "example.com             |                         | FOREIGN_HOST",
                "[::1]                   |                         | BAD_HOST",
                "::1                     |                         | BAD_HOST",
                "www.example.com,x       |                         | BAD_HOST",
            })
    void aHostIsABareName(String line, String sent, ProblemKind kind) {
        TargetList list = TargetReader.read(PurgeType.HOST, line, HOSTS);
        if (kind == null) {
            assertThat(list.targets()).containsExactly(new Target(1, sent));
            assertThat(list.rewrites()).hasSize(line.equals(sent) ? 0 : 1);
        } else {
            assertThat(list.targets()).isEmpty();
            assertThat(list.problems().getFirst().kind()).isEqualTo(kind);
        }
    }

    @Test
    void aCacheTagIsSentAsGiven() {
        TargetList list =
                TargetReader.read(PurgeType.CACHE_TAG, " Tag 1 \n标签\nhttp://x/ y\na,b", HOSTS);
        assertThat(list.targets())
                .containsExactly(
                        new Target(1, "Tag 1"), new Target(2, "标签"), new Target(3, "http://x/ y"));
        assertThat(list.rewrites()).isEmpty();
        assertThat(list.problems())
                .containsExactly(
                        new Problem(
                                4,
                                "a,b",
                                ProblemKind.COMMA_IN_TAG,
                                "",
                                List.of(new Fix(FixKind.SPLIT, List.of("a", "b")))));
    }

    @Test
    void aHostIsToldInPunycodeAndLowerCase() {
        List<Step> steps = TargetReader.explain(PurgeType.HOST, "例子.Example.com", HOSTS).steps();
        assertThat(steps)
                .containsExactly(
                        new Step(
                                RewriteKind.HOST_PUNYCODE,
                                "例子.Example.com",
                                "xn--fsqu00a.Example.com"),
                        new Step(
                                RewriteKind.HOST_CASE,
                                "xn--fsqu00a.Example.com",
                                "xn--fsqu00a.example.com"));
    }

    @Test
    void halfACharacterAtTheEndOfALineIsRefused() {
        for (PurgeType type : types()) {
            assertThat(TargetReader.read(type, "http://www.example.com/a\uD83D", HOSTS).problems())
                    .extracting(Problem::kind)
                    .containsExactly(ProblemKind.NOT_UNICODE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {",|''", ", ,|''", ",a|a", "a,|a", "a,,b|a b", " , a , ,b,|a b"})
    void tagsAreApartByCommas(String line, String tags) {
        List<Fix> fixes =
                TargetReader.read(PurgeType.CACHE_TAG, line, HOSTS).problems().getFirst().fixes();
        assertThat(fixes)
                .isEqualTo(
                        tags.isEmpty()
                                ? List.of()
                                : List.of(new Fix(FixKind.SPLIT, List.of(tags.split(" ")))));
    }

    @Test
    void aPercentSignNeedsTwoHexadecimalDigits() {
        for (char c = '!'; c < 0x7F; c++) {
            if ("#/?&*'`".indexOf(c) < 0) {
                boolean hex = Character.digit(c, 16) >= 0;
                for (String text : List.of("%" + c + "1/", "%1" + c + "/", "/%a0%F9%" + c + "f/")) {
                    TargetList list =
                            TargetReader.read(
                                    PurgeType.URL, "http://www.example.com/" + text, HOSTS);
                    assertThat(list.remarks().stream().map(Remark::kind).toList())
                            .as(text)
                            .isEqualTo(hex ? List.of() : List.of(RemarkKind.BAD_PERCENT));
                }
            }
        }
    }

    @Test
    void whereNothingIsKnownOfTheZoneEveryHostMayBeOfIt() {
        assertThat(new ZoneHosts.Unchecked().covers("any.example.org")).isTrue();
    }

    @Test
    void linesEndInAnyWayAndBlankOnesDoNotCount() {
        String text =
                "\uFEFFa\r\n"
                        + "b\r"
                        + "c\n\n"
                        + " \t\u00A0\u3000\u2028\u0085\uFEFF\u000B\n\r\n"
                        + "#d\n"
                        + "// e\r\r\n"
                        + " f \u2003";
        TargetList list = TargetReader.read(PurgeType.CACHE_TAG, text, HOSTS);
        assertThat(list.targets())
                .containsExactly(
                        new Target(1, "a"),
                        new Target(2, "b"),
                        new Target(3, "c"),
                        new Target(7, "#d"),
                        new Target(8, "// e"),
                        new Target(10, "f"));
        assertThat(list.lines()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r\n\r\n", "\uFEFF", "\u3000\n\t"})
    void nothingIsNothing(String text) {
        for (PurgeType type : types()) {
            TargetList list = TargetReader.read(type, text, HOSTS);
            assertThat(list).isEqualTo(TargetList.EMPTY);
        }
    }

    @Test
    void duplicatesAreDroppedAfterRewriting() {
        String text =
                """
                http://www.example.com/中
                HTTP://WWW.example.com/%E4%B8%AD
                http://www.example.com/%e4%b8%ad
                http://www.example.com/中
                nonsense
                """;
        TargetList list = TargetReader.read(PurgeType.URL, text, HOSTS);
        assertThat(list.targets())
                .containsExactly(
                        new Target(1, "http://www.example.com/%E4%B8%AD"),
                        new Target(3, "http://www.example.com/%e4%b8%ad"));
        assertThat(list.duplicates()).isEqualTo(2);
        assertThat(list.lines()).isEqualTo(5);
        assertThat(list.refused()).isEqualTo(1);
    }

    @Test
    void aLineMayBe64KibibytesLongAsSent() {
        String start = "http://www.example.com/";
        String fits = start + "a".repeat(LineReader.LONGEST - start.length());
        assertThat(TargetReader.read(PurgeType.URL, fits, HOSTS).targets()).hasSize(1);
        for (String line :
                List.of(
                        fits + "a",
                        fits.substring(0, fits.length() - 1) + "é",
                        "a".repeat(999_999))) {
            Problem problem = TargetReader.read(PurgeType.URL, line, HOSTS).problems().getFirst();
            assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LONG);
            assertThat(problem.excerpt()).hasSize(201).endsWith("…");
        }
        assertThat(clean("\"" + fits.substring(0, fits.length() - 2) + "\"")).hasSize(1);
        assertThat(clean("\"" + fits.substring(0, fits.length() - 1) + "\"")).isEmpty();
        String tag = "标".repeat(LineReader.LONGEST / 3 + 1);
        assertThat(TargetReader.read(PurgeType.CACHE_TAG, tag, HOSTS).problems()).hasSize(1);
    }

    private static List<Target> clean(String line) {
        return TargetReader.read(
                        PurgeType.URL, TargetLines.of(line), HOSTS, new Cleaning(true, Set.of()))
                .targets();
    }

    @Test
    void anExcerptNeitherHidesNorBetrays() {
        String text = "http://user:secret@www.example.com/a@b\nhttp://x\u202Ey.org/\u0007";
        List<Problem> problems = TargetReader.read(PurgeType.URL, text, HOSTS).problems();
        assertThat(problems.get(0).excerpt()).isEqualTo("http://…@b");
        assertThat(problems.get(1).excerpt()).isEqualTo("http://x\u202Ey.org/\u0007");
    }

    @Test
    void withoutTheListOfDomainsTheZoneNameDecides() {
        ZoneHosts suffix = new ZoneHosts.Suffix("example.com");
        String text = "example.com\nA.B.example.com\nbadexample.com\nexample.com.org";
        TargetList list = TargetReader.read(PurgeType.HOST, text, suffix);
        assertThat(list.targets())
                .containsExactly(new Target(1, "example.com"), new Target(2, "a.b.example.com"));
        assertThat(list.refused()).isEqualTo(2);
    }

    @Test
    void aWholeZoneHasNoTargets() {
        assertThatThrownBy(() -> TargetReader.read(PurgeType.ALL, "", HOSTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSitemapOfARealSiteIsSentAsItIs() {
        List<String> pages = Sitemap.pages();
        TargetList list =
                TargetReader.read(
                        PurgeType.URL,
                        String.join("\n", pages),
                        new ZoneHosts.Suffix(Sitemap.HOST));
        assertThat(pages).hasSize(Sitemap.PAGES);
        assertThat(list.targets().stream().map(Target::text).toList()).isEqualTo(pages);
        assertThat(list.problems()).isEmpty();
        assertThat(list.rewrites()).isEmpty();
        assertThat(list.duplicates()).isZero();
    }

    @Test
    void moreBadLinesThanAnyoneReadsAreCountedOnly() {
        int bad = TargetList.MAX_PROBLEMS + 10;
        String text =
                IntStream.range(0, bad).mapToObj(i -> "x").collect(Collectors.joining("\n"))
                        + "\nhttp://www.example.com/";
        TargetList list = TargetReader.read(PurgeType.URL, text, HOSTS);
        assertThat(list.refused()).isEqualTo(bad);
        assertThat(list.problems()).hasSize(TargetList.MAX_PROBLEMS);
        assertThat(list.targets()).containsExactly(new Target(bad + 1, "http://www.example.com/"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKindHasItsText(Language language) {
        Messages messages = Messages.in(language);
        for (ProblemKind kind : ProblemKind.values()) {
            String text = messages.text(kind.messageKey(), "DETAIL");
            assertThat(text).doesNotContain("{0}");
            boolean takesDetail =
                    switch (kind) {
                        case FOREIGN_SCHEME,
                                BAD_HOST,
                                BAD_PORT,
                                WILDCARD_HOST,
                                FOREIGN_HOST,
                                HOST_OF_NO_ZONE,
                                HOST_OF_SEVERAL_ZONES,
                                CONTROL_CHARACTER,
                                NOT_UNICODE ->
                                true;
                        default -> false;
                    };
            assertThat(text.contains("DETAIL")).as(kind.name()).isEqualTo(takesDetail);
        }
        for (RewriteKind kind : RewriteKind.values()) {
            assertThat(messages.text(kind.messageKey())).isNotBlank();
        }
        for (RemarkKind kind : RemarkKind.values()) {
            assertThat(messages.text(kind.messageKey())).isNotBlank();
        }
        for (FixKind kind : FixKind.values()) {
            assertThat(messages.text(kind.messageKey())).isNotBlank();
        }
    }

    private static Set<RewriteKind> kinds(String names) {
        return Arrays.stream(names.split(" "))
                .map(RewriteKind::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<PurgeType> types() {
        return Arrays.stream(PurgeType.values()).filter(t -> t != PurgeType.ALL).toList();
    }
}
