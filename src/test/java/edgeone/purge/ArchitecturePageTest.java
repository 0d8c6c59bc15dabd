package edgeone.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The picture and the words of {@code src/docs/architecture.md} against the program's classes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitecturePageTest {
    private static final String ROOT = "edgeone.purge.";
    private static final Pattern PICTURE = Pattern.compile("(?ms)^```mermaid\\n(.*?)^```$");
    private static final Pattern NODE = Pattern.compile("(?m)^ +([a-z0-9_]+)\\[([a-z0-9.]+)]$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)$");
    private static final Pattern CLASS = Pattern.compile("`([a-z0-9.]+\\.[A-Z]\\w+)`");

    private final JavaClasses program = ProgramClasses.withoutLibraries();
    private String page = "";
    private String picture = "";

    @BeforeAll
    void read() throws IOException {
        page = Files.readString(Path.of("src", "docs", "architecture.md"));
        Matcher found = PICTURE.matcher(page);
        assertThat(found.find()).as("a picture").isTrue();
        picture = found.group(1);
    }

    @Test
    void thePictureHasEveryPackageOnce() {
        List<String> drawn = new ArrayList<>();
        Matcher node = NODE.matcher(picture);
        while (node.find()) {
            drawn.add(node.group(2));
            assertThat(node.group(1).replaceFirst("_main$", "").replace('_', '.'))
                    .isEqualTo(node.group(2));
        }
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        program.stream()
                                .map(ArchitecturePageTest::packageOf)
                                .collect(Collectors.toSet()));
    }

    /** Arrows between top-level packages, without those the page leaves out. */
    @Test
    void theArrowsAreWhatThePackagesUse() {
        Set<String> drawn = new TreeSet<>();
        Matcher arrow = ARROW.matcher(picture);
        while (arrow.find()) {
            drawn.add(arrow.group(1) + " --> " + arrow.group(2));
        }
        Map<String, Set<String>> uses = uses();
        Set<String> needed = new TreeSet<>();
        uses.forEach(
                (from, all) ->
                        all.stream()
                                .filter(
                                        to ->
                                                all.stream()
                                                        .filter(by -> !by.equals(to))
                                                        .noneMatch(by -> leads(uses, by, to)))
                                .forEach(to -> needed.add(from + " --> " + to)));
        assertThat(drawn).isEqualTo(needed);
    }

    private Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : program) {
            String from = top(packageOf(type));
            type.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(t -> t.getPackageName().startsWith(ROOT))
                    .map(t -> top(packageOf(t)))
                    .filter(to -> !to.equals(from) && !from.equals("app"))
                    .filter(to -> !Set.of("model", "messages", "files").contains(to))
                    .forEach(to -> uses.computeIfAbsent(from, _ -> new TreeSet<>()).add(to));
        }
        return uses;
    }

    private static boolean leads(Map<String, Set<String>> uses, String from, String to) {
        Set<String> next = uses.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(by -> leads(uses, by, to));
    }

    @Test
    void everyClassNamedExists() {
        Matcher named = CLASS.matcher(page);
        int count = 0;
        while (named.find()) {
            assertThat(program.contain(ROOT + named.group(1))).as(named.group(1)).isTrue();
            count++;
        }
        assertThat(count).isGreaterThan(10);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    private static String top(String name) {
        return name.replaceFirst("\\..*", "");
    }
}
