package edgeone.purge.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What makes mutation testing fail, and that its lists name what there is. */
final class VerdictTest {
    private static final Group GROUP = new Group("g", 95, List.of("A"), List.of("ATest"));
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");

    @TempDir private Path folder;

    private static Mutant mutant(String line, int nth) {
        return new Mutant("A", "m", "Math", line, nth);
    }

    private static List<Report.Result> results(int noticed, Mutant... survivors) {
        List<Report.Result> results =
                new ArrayList<>(
                        Collections.nCopies(
                                noticed, new Report.Result(mutant("noticed", 1), true, true)));
        for (Mutant survivor : survivors) {
            results.add(new Report.Result(survivor, false, false));
        }
        return results;
    }

    @Test
    void aSurvivorThatIsNotAcceptedFails() {
        Mutant accepted = mutant("a", 1);
        Mutant other = mutant("a", 2);

        assertThat(Verdict.of(GROUP, results(99, accepted), Set.of(accepted)).isGood()).isTrue();
        Verdict verdict = Verdict.of(GROUP, results(99, accepted, other), Set.of(accepted));
        assertThat(verdict.survivors()).containsExactly(other);
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void anAcceptedMutantThatIsKilledOrGoneFails() {
        Mutant killed = mutant("noticed", 1);
        Mutant gone = mutant("gone", 1);
        Mutant elsewhere = new Mutant("B", "m", "Math", "gone", 1);

        Verdict verdict = Verdict.of(GROUP, results(99), Set.of(killed, gone, elsewhere));
        assertThat(verdict.outdated()).containsExactlyInAnyOrder(killed, gone);
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void anAcceptedMutantThatOnlyRanOutOfTimeMayBeAcceptedStill() {
        Mutant slow = mutant("slow", 1);
        Verdict verdict =
                Verdict.of(GROUP, List.of(new Report.Result(slow, true, false)), Set.of(slow));

        assertThat(verdict.isGood()).isTrue();
    }

    @Test
    void tooManyAcceptedMutantsFail() {
        Mutant accepted = mutant("a", 1);

        assertThat(Verdict.of(GROUP, results(19, accepted), Set.of(accepted)).isGood()).isTrue();
        assertThat(Verdict.of(GROUP, results(18, accepted), Set.of(accepted)).isGood()).isFalse();
        assertThat(Verdict.of(GROUP, List.of(), Set.of()).isGood()).isFalse();
    }

    @Test
    void aReportIsReadSoThatMovedLinesAndLambdasKeepTheirNames() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/C.java"), "one\n    x < y && y < z;\n");
        Path xml = folder.resolve("mutations.xml");
        Files.writeString(
                xml,
                "<mutations>"
                        + xml("false", "SURVIVED", "lambda$plan$3", 9)
                        + xml("true", "KILLED", "lambda$plan$3", 4)
                        + xml("true", "TIMED_OUT", "plan", 2)
                        + "</mutations>");

        assertThat(Report.read(xml, folder))
                .containsExactly(
                        new Report.Result(inner(1), true, false),
                        new Report.Result(inner(2), true, true),
                        new Report.Result(inner(3), false, false));
    }

    private static Mutant inner(int nth) {
        return new Mutant("C$D", "plan", "Math", "x < y && y < z;", nth);
    }

    private static String xml(String detected, String status, String method, int index) {
        return ("<mutation detected='%s' status='%s'><sourceFile>C.java</sourceFile>"
                        + "<mutatedClass>a.b.C$D</mutatedClass><mutatedMethod>%s</mutatedMethod>"
                        + "<lineNumber>2</lineNumber><mutator>org.pitest.MathMutator</mutator>"
                        + "<indexes><index>%d</index></indexes></mutation>")
                .formatted(detected, status, method, index);
    }

    @Test
    void nothingIsAcceptedTwiceOrWithoutAReason() {
        String entry =
                "{\"type\":\"A\",\"method\":\"m\",\"mutator\":\"Math\",\"line\":\"%s\","
                        + "\"why\":\"%s\"}";
        for (String bad :
                List.of(
                        entry.formatted("a", " "),
                        entry.formatted(" a", "b"),
                        entry.formatted("a", "b") + "," + entry.formatted("a", "c"))) {
            assertThatThrownBy(
                            () ->
                                    Accepted.parse(
                                            ("[" + bad + "]").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsAcceptedIsStillInTheCodeAndInAGroup() throws Exception {
        List<String> classes = Group.ALL.stream().flatMap(g -> g.classes().stream()).toList();
        for (Mutant mutant : Accepted.load().mutants()) {
            String type = mutant.type().split("\\$")[0];
            assertThat(classes).contains(type);
            assertThat(Files.readAllLines(source(SOURCES, type)))
                    .as("lines of %s", type)
                    .anyMatch(l -> l.strip().equals(mutant.line()));
        }
    }

    @Test
    void everyClassAndTestOfAGroupExists() throws Exception {
        for (Group group : Group.ALL) {
            for (String type : group.classes()) {
                assertThat(source(SOURCES, type)).exists();
            }
            for (String test : group.tests()) {
                assertThat(source(TESTS, test)).exists();
            }
        }
    }

    private static Path source(Path root, String simpleName) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found =
                    files.filter(f -> f.getFileName().toString().equals(simpleName + ".java"))
                            .toList();
            assertThat(found).as("classes called %s", simpleName).hasSize(1);
            return found.getFirst();
        }
    }
}
