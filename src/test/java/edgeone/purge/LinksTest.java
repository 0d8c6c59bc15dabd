package edgeone.purge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links between pages work, and every page can be reached from the README. */
final class LinksTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyLinkWorks() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String link : links(page)) {
                links++;
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : resolve(page, parts[0]);
                boolean leads =
                        Files.exists(target)
                                && (parts.length == 1 || anchors(target).contains(parts[1]));
                if (!leads) {
                    broken.add(page + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(20);
    }

    @Test
    void everyPageIsReachableFromTheReadme() throws IOException {
        Set<Path> reached = new TreeSet<>();
        List<Path> open = new ArrayList<>(List.of(README));
        while (!open.isEmpty()) {
            Path page = open.removeLast();
            if (page.toString().endsWith(".md") && reached.add(page)) {
                for (String link : links(page)) {
                    open.add(resolve(page, link.replaceFirst("#.*", "")));
                }
            }
        }
        List<Path> pages = new ArrayList<>(pages());
        pages.removeIf(p -> p.getFileName().toString().equals("pull_request_template.md"));
        assertThat(reached).containsAll(pages);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README));
        for (Path folder : List.of(Path.of("src", "docs"), Path.of(".github"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    /** Links within the project. */
    private static List<String> links(Path page) throws IOException {
        Matcher link = LINK.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
        List<String> links = new ArrayList<>();
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    private static Path resolve(Path page, String link) {
        return link.isEmpty() ? page : page.resolveSibling(link).normalize();
    }

    /** The anchors forges generate from headings. */
    private static Set<String> anchors(Path page) throws IOException {
        Matcher heading = HEADING.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
        Set<String> anchors = new TreeSet<>();
        while (heading.find()) {
            anchors.add(
                    heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'));
        }
        return anchors;
    }
}
