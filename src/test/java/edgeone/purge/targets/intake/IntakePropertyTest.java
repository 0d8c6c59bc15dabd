package edgeone.purge.targets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.HostileText;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;
import edgeone.purge.targets.rules.Entities;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What must hold for whatever is read as whatever; seeded, so that a failure comes back. */
class IntakePropertyTest {
    private static final BaseAddress BASE =
            BaseAddress.of("https://www.example.com/").orElseThrow();
    private static final ZoneHosts HOSTS = new ZoneHosts.Suffix("example.com");

    private static Findings read(String text, Format format) throws IOException {
        return new TextIntake(BASE, Watch.NONE).read(TextSource.pasted(text), format);
    }

    /** Of each kind; as many as take no more than seconds. */
    int inputs() {
        return 600;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noInputThrowsAnythingButThatItIsUnreadable(Format format) {
        Random random = new Random(format.ordinal());
        for (int i = 0; i < inputs(); i++) {
            String text =
                    random.nextBoolean()
                            ? HostileText.next(random)
                            : mutated(document(addresses(random), format), random);
            assertThatCode(
                            () -> {
                                try {
                                    read(text, format);
                                    new TextIntake(null, Watch.NONE).read(TextSource.pasted(text));
                                } catch (UnreadableException e) {
                                    assertThat(e.reason().messageKey()).isNotEmpty();
                                }
                            })
                    .as(format + " " + text)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyAddressOfADocumentIsFoundAndTheFormatIsToo(Format format) throws IOException {
        Random random = new Random(31L * format.ordinal());
        for (int i = 0; i < 300; i++) {
            List<String> addresses = addresses(random);
            String text = document(addresses, format);
            assertThat(texts(read(text, format))).as(text).isEqualTo(addresses);
            assertThat(Detector.of(text)).as(text).isEqualTo(new Detection.Detected(format));
        }
    }

    /**
     * Whatever is cut out of a document or put into it: what is read stands there in full, so that
     * a directory never gets wider than the text has it.
     */
    @ParameterizedTest
    @EnumSource(Format.class)
    void nothingIsReadThatTheTextDoesNotSay(Format format) throws IOException {
        Random random = new Random(77L * format.ordinal());
        int read = 0;
        for (int i = 0; i < inputs(); i++) {
            String text = mutated(document(addresses(random), format), random);
            Findings findings;
            try {
                findings = read(text, format);
            } catch (UnreadableException e) {
                continue;
            }
            TargetList targets =
                    TargetReader.read(
                            PurgeType.PREFIX,
                            findings.lines(),
                            HOSTS,
                            new Cleaning(true, Set.of()));
            for (Target target : targets.targets()) {
                read++;
                assertThat(says(Entities.decode(text), target.text()) || says(text, target.text()))
                        .as("%s of %s", target, text)
                        .isTrue();
            }
        }
        assertThat(read).as("targets, so that the rule was tried").isGreaterThan(inputs() / 3);
    }

    /** Whether the path stands in the text, and ends there where it ends in the target. */
    private static boolean says(String text, String target) {
        String path =
                target.replaceFirst("^https?://www.example.com/", "")
                        .replaceAll("%[0-9A-F]{2}", "?")
                        .replaceFirst("/$", "");
        String last = path.replaceFirst("[^A-Za-z0-9]+$", "").replaceFirst(".*[^A-Za-z0-9]", "");
        // What shells, JSON and browsers take away inside an address.
        String unquoted = text.replaceAll("[\"'\\\\^`\t\n\r]", "");
        return squeezed(text).contains(squeezed(path))
                && (standsIn(text, last) || standsIn(unquoted, last));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[^A-Za-z0-9/]", "");
    }

    private static boolean standsIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(Findings findings) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < findings.found(); i++) {
            texts.add(findings.lines().text(i));
        }
        return texts;
    }

    private static List<String> addresses(Random random) {
        return IntStream.range(0, random.nextInt(2, 6))
                .mapToObj(i -> "https://www.example.com/" + word(random) + "/" + word(random))
                .toList();
    }

    private static String word(Random random) {
        return Integer.toString(random.nextInt(1 << 20), 36);
    }

    private static String mutated(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\"'<>,;|\\\n\t ()[]{}#?^`&".charAt(random.nextInt(22)));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private static String document(List<String> addresses, Format format) {
        return switch (format) {
            case LINES -> String.join("\n", addresses);
            case CSV -> "id,url\n" + each(addresses, "1,%s\n");
            case JSON -> "{\"pages\":[" + joined(addresses, "{\"url\":\"%s\"}") + "]}";
            case SITEMAP ->
                    "<urlset>" + each(addresses, "<url><loc> %s </loc></url>\n") + "</urlset>";
            case LOG ->
                    addresses.stream()
                            .map(a -> a.substring("https://www.example.com".length()))
                            .map(
                                    p ->
                                            "192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] \"GET "
                                                    + p
                                                    + " HTTP/1.1\" 200 1 \"-\" \"-\"\n")
                            .collect(Collectors.joining());
            case HTML -> "<!doctype html><p>" + each(addresses, "<a href=\"%s\">x</a>\n");
            case MARKDOWN -> each(addresses, "* see [x](%s) there\n");
            case CURL -> each(addresses, "curl '%s' -H 'a: b'\n");
            case HAR ->
                    "{\"log\":{\"version\":\"1.2\",\"entries\":["
                            + joined(
                                    addresses,
                                    "{\"request\":{\"method\":\"GET\",\"url\":\"%s\"},"
                                            + "\"response\":{\"status\":200}}")
                            + "]}}";
            case DIFF ->
                    addresses.stream()
                            .map(a -> "M\t" + a.substring("https://www.example.com/".length()))
                            .collect(Collectors.joining("\n"));
        };
    }

    private static String each(List<String> addresses, String form) {
        return addresses.stream().map(form::formatted).collect(Collectors.joining());
    }

    private static String joined(List<String> addresses, String form) {
        return addresses.stream().map(form::formatted).collect(Collectors.joining(","));
    }
}
