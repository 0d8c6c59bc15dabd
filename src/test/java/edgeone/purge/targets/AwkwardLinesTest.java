package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.rules.Fix;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines that would purge nothing, or something else, without a warning; {@code awkward.txt}. */
final class AwkwardLinesTest {
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain("www.example.com", "online"),
                            new AccelerationDomain("*.img.example.com", "online")));

    private record Case(String title, PurgeType type, String line, List<String> rest) {
        List<String> all(String word) {
            return rest.stream()
                    .filter(r -> r.equals(word) || r.startsWith(word + " "))
                    .map(r -> r.substring(word.length()).stripLeading())
                    .toList();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        AwkwardLinesTest.class.getResourceAsStream(
                                "/edgeone/purge/targets/awkward.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> blocks =
                    Arrays.stream(text.replaceAll("(?m)^# .*\n", "").split("\n\n+"))
                            .map(String::strip)
                            .filter(b -> !b.isEmpty())
                            .toList();
            assertThat(blocks).hasSizeGreaterThan(60);
            return blocks.stream().map(AwkwardLinesTest::parse);
        }
    }

    private static Case parse(String block) {
        List<String> lines = block.lines().map(AwkwardLinesTest::unescaped).toList();
        String[] first = lines.getFirst().split(" ", 2);
        PurgeType type =
                switch (first[0]) {
                    case "url" -> PurgeType.URL;
                    case "dir" -> PurgeType.PREFIX;
                    case "host" -> PurgeType.HOST;
                    case "tag" -> PurgeType.CACHE_TAG;
                    default -> throw new IllegalArgumentException(block);
                };
        return new Case(
                block.lines().findFirst().orElseThrow(),
                type,
                first[1],
                lines.subList(1, lines.size()));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLineIsSentOrToldAsTheCorpusSays(Case c) {
        TargetList list = TargetReader.read(c.type(), c.line(), HOSTS);
        assertThat(texts(list)).isEqualTo(c.all("sent"));
        assertThat(said(list)).isEqualTo(words(c));
        assertThat(fixes(list)).isEqualTo(c.all("fix"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whereFixesAreTakenTheyAreListed(Case c) {
        TargetList list =
                TargetReader.read(
                        c.type(), TargetLines.of(c.line()), HOSTS, new Cleaning(true, Set.of()));
        assertThat(texts(list)).isEqualTo(c.all("auto"));
        boolean taken = c.all("sent").isEmpty() && !c.all("auto").isEmpty();
        if (taken) {
            assertThat(list.rewrites()).hasSameSizeAs(list.targets());
            assertThat(list.rewrites().getFirst().before()).isEqualTo(c.line().strip());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExplanationLeadsFromTheLineToWhatIsSent(Case c) {
        Explanation explained = TargetReader.explain(c.type(), c.line(), HOSTS);
        assertThat(explained.sent() == null ? List.of() : List.of(explained.sent()))
                .isEqualTo(c.all("sent"));
        assertThat(explained.problem() == null).isEqualTo(explained.sent() != null);
        for (int i = 1; i < explained.steps().size(); i++) {
            assertThat(explained.steps().get(i).before())
                    .isEqualTo(explained.steps().get(i - 1).after());
        }
        if (!explained.steps().isEmpty()) {
            assertThat(explained.steps().getLast().after()).isEqualTo(explained.sent());
        }
        List<Step> steps = explained.steps();
        assertThat(steps.stream().map(Step::kind).distinct().toList()).hasSameSizeAs(steps);
    }

    private static List<String> texts(TargetList list) {
        return list.targets().stream().map(Target::text).toList();
    }

    private static Set<String> words(Case c) {
        Set<String> words = new TreeSet<>();
        c.all("says").forEach(s -> words.addAll(List.of(s.split(" "))));
        return words;
    }

    private static Set<String> said(TargetList list) {
        Set<String> said = new TreeSet<>();
        list.problems().stream().map(Problem::kind).forEach(k -> said.add(k.name()));
        list.remarks().stream().map(Remark::kind).forEach(k -> said.add(k.name()));
        list.rewrites().stream()
                .map(Rewrite::kinds)
                .forEach(kinds -> kinds.forEach(k -> said.add(k.name())));
        return said;
    }

    private static List<String> fixes(TargetList list) {
        List<String> fixes = new ArrayList<>();
        for (Problem problem : list.problems()) {
            for (Fix fix : problem.fixes()) {
                fixes.add(String.join("\\n", fix.lines()));
            }
        }
        return fixes;
    }
}
