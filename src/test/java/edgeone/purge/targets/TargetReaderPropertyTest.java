package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What must hold for whatever is pasted; seeded, so that a failure comes back. */
class TargetReaderPropertyTest {
    private static final String HOST = "www.example.com";
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain(HOST, "online"),
                            new AccelerationDomain("*.img.example.com", "online")));

    /** Of each kind; as many as take no more than seconds. */
    int inputs() {
        return 5_000;
    }

    /** 100,000 inputs in all: 25,000 of each type. */
    @ParameterizedTest
    @EnumSource(value = PurgeType.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    void whateverIsPastedTheRulesHold(PurgeType type) {
        Random random = new Random(20_260_101L + type.ordinal());
        int sent = 0;
        for (int i = 0; i < inputs(); i++) {
            String text = HostileText.next(random);
            TargetList list = TargetReader.read(type, text, HOSTS);
            try {
                holds(type, text, list);
            } catch (AssertionError e) {
                throw new AssertionError("input " + i + ": " + Excerpt.of(text), e);
            }
            sent += list.targets().size();
        }
        assertThat(sent)
                .as("targets the inputs gave, so that the rules were tried")
                .isGreaterThan(inputs() / 30);
    }

    private static void holds(PurgeType type, String text, TargetList list) {
        List<String> lines = linesOf(text);
        long notBlank = lines.stream().filter(l -> !trimmed(l).isEmpty()).count();
        assertThat(list.lines()).isEqualTo((int) notBlank);
        assertThat(list.refused()).isEqualTo(list.problems().size());
        assertThat(list.targets()).doesNotHaveDuplicates();
        for (Target target : list.targets()) {
            String line = trimmed(lines.get(target.line() - 1));
            assertThat(target.text()).isEqualTo(expected(type, line));
            if (type != PurgeType.CACHE_TAG) {
                assertThat(target.text()).matches("[\\x21-\\x7E]+");
                assertThat(HOSTS.covers(hostOf(type, target.text()))).isTrue();
            }
        }
        for (Problem problem : list.problems()) {
            assertThat(trimmed(lines.get(problem.line() - 1))).isNotEmpty();
        }
        String again = list.targets().stream().map(Target::text).collect(Collectors.joining("\n"));
        TargetList second = TargetReader.read(type, again, HOSTS);
        assertThat(second.targets().stream().map(Target::text).toList())
                .isEqualTo(list.targets().stream().map(Target::text).toList());
        assertThat(second.rewrites()).isEmpty();
        assertThat(second.problems()).isEmpty();
        assertThat(second.duplicates()).isZero();
    }

    /** The line as it must be sent, worked out another way than the reader does. */
    private static String expected(PurgeType type, String line) {
        if (type == PurgeType.CACHE_TAG) {
            return line;
        }
        int start = type == PurgeType.HOST ? 0 : line.indexOf("://") + 3;
        int end = start;
        while (end < line.length() && "/?#".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String host = java.net.IDN.toASCII(line.substring(start, end));
        StringBuilder sent = new StringBuilder();
        sent.append(
                (line.substring(0, start) + host)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceFirst("^(http://.*):80$|^(https://.*):443$", "$1$2"));
        line.substring(end)
                .codePoints()
                .forEach(
                        c -> {
                            if (c > ' ' && c < 0x7F) {
                                sent.appendCodePoint(c);
                            } else {
                                byte[] bytes =
                                        Character.toString(c).getBytes(StandardCharsets.UTF_8);
                                for (byte b : bytes) {
                                    sent.append("%%%02X".formatted(b));
                                }
                            }
                        });
        boolean slash = type == PurgeType.PREFIX && !line.substring(end).endsWith("/");
        return slash ? sent.append('/').toString() : sent.toString();
    }

    private static String hostOf(PurgeType type, String target) {
        return type == PurgeType.HOST ? target : target.split("://|[/?#]")[1].split(":")[0];
    }

    private static List<String> linesOf(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    private static String trimmed(String line) {
        return line.replaceAll("^[\\p{IsWhite_Space}\\uFEFF]+|[\\p{IsWhite_Space}\\uFEFF]+$", "");
    }

    @Test
    @Timeout(60)
    void aHundredThousandLinesAreRead() {
        String text =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "HTTPS://www.example.com/a b/中/" + i)
                        .collect(Collectors.joining("\r\n"));
        TargetList list = TargetReader.read(PurgeType.URL, text, HOSTS);
        assertThat(list.targets()).hasSize(100_000);
        assertThat(list.rewrites()).hasSize(100_000);
    }

    @ParameterizedTest
    @EnumSource(value = PurgeType.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    @Timeout(60)
    void tenMegabytesOfGarbageAreRefused(PurgeType type) {
        byte[] bytes = new byte[10_000_000];
        new Random(7).nextBytes(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        TargetList list = TargetReader.read(type, text, HOSTS);
        assertThat(list.lines()).isGreaterThan(70_000);
        long shown = list.problems().stream().mapToLong(p -> p.excerpt().length()).sum();
        assertThat(shown).isLessThan(60_000_000);
        assertThat(TargetReader.read(type, text.replaceAll("[\r\n]", "x"), HOSTS).problems())
                .hasSize(1);
    }
}
