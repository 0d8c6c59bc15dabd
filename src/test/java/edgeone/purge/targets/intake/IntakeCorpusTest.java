package edgeone.purge.targets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.targets.intake.TextIntake.Outcome;
import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.LeftOut;
import edgeone.purge.targets.intake.finding.Offer;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every format and dialect: what is found, what is left out, what is said. Each file of the corpus
 * has its readings in {@code expected.txt}: with or without a base, as what it was taken for or as
 * a format that is named.
 */
final class IntakeCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/edgeone/purge/intake");

    /** Named by the index beside them. */
    private static final Set<String> CHILDREN =
            Set.of("child-1.xml.gz", "child-2.xml", "nested.xml");

    private record Case(String title, List<String> expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        String text = Files.readString(CORPUS.resolve("expected.txt"));
        for (String block : text.replaceFirst("//.*\n", "").split("\n\n")) {
            List<String> lines = block.lines().toList();
            cases.add(new Case(lines.getFirst(), lines.subList(1, lines.size())));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTextIsReadAsTheCorpusSays(Case c) throws IOException {
        String[] words = c.title().split(" ");
        String base = null;
        Format format = null;
        for (int i = 1; i < words.length; i += 2) {
            if (words[i].equals("base")) {
                base = words[i + 1];
            } else {
                format = Format.ofLabel(words[i + 1]).orElseThrow();
            }
        }
        assertThat(read(CORPUS.resolve(words[0]), base, format)).isEqualTo(c.expected());
    }

    static List<String> read(Path file, String base, Format format) throws IOException {
        TextIntake intake =
                new TextIntake(
                        base == null ? null : BaseAddress.of(base).orElseThrow(), Watch.NONE);
        List<String> said = new ArrayList<>();
        Findings findings;
        try {
            if (format != null) {
                findings = intake.read(TextSource.file(file), format);
            } else {
                switch (intake.read(TextSource.file(file))) {
                    case Outcome.Undecided(List<Format> formats) -> {
                        said.add("undecided " + formats);
                        return said;
                    }
                    case Outcome.Read(Findings read) -> findings = read;
                }
            }
        } catch (UnreadableException e) {
            said.add(("unreadable " + e.reason() + " " + e.line() + " " + e.detail()).strip());
            return said;
        }
        said.add(findings.format().label());
        for (int i = 0; i < findings.found(); i++) {
            said.add(findings.lines().number(i) + " " + findings.lines().text(i));
        }
        for (LeftOut left : findings.sample()) {
            said.add(
                    ("left " + left.line() + " " + left.why().label() + " " + left.text()).strip());
        }
        Map<Offer, List<String>> offers = new TreeMap<>(findings.offers());
        offers.forEach((offer, found) -> said.add("offered " + offer + " " + found));
        if (findings.assumedHttps() > 0) {
            said.add("assumed https " + findings.assumedHttps());
        }
        assertThat(findings.leftOut()).isEqualTo(findings.sample().size());
        return said;
    }

    @Test
    void theCorpusIsWhole() throws IOException {
        List<String> named = cases().map(c -> c.title().split(" ")[0]).distinct().toList();
        Set<Format> read = EnumSet.noneOf(Format.class);
        cases().forEach(c -> Format.ofLabel(c.expected().getFirst()).ifPresent(read::add));
        assertThat(read).containsExactlyInAnyOrder(Format.values());
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<String> lying =
                    files.map(f -> f.getFileName().toString())
                            .filter(n -> !n.equals("expected.txt") && !CHILDREN.contains(n))
                            .toList();
            assertThat(named).containsExactlyInAnyOrderElementsOf(lying);
        }
    }
}
