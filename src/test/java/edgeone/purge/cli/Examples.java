package edgeone.purge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the command lines shown in the project's own texts. */
final class Examples {
    private static final Path ROOT = Path.of("");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");

    /** Blocks of these are command lines; other blocks are data, pictures or whole scripts. */
    private static final Set<String> OF_COMMANDS = Set.of("", "sh");

    /** Its lines build on each other; {@link CommandLinePageTest} runs them. */
    private static final Path SESSION = Path.of("src", "docs", "guide", "command-line.md");

    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]+)}");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#(?!!)(.*)$");
    private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--(.*?)-->");

    /** In prose without markup, recognises a command line by its words. */
    private static final Pattern BARE =
            Pattern.compile(
                    "mvn(?:\\s+(?:-[A-Za-z][^\\s)]*|\\[-[^\\s\\]]+]|validate|package|verify))+"
                        + "|(?:\\.ci/run|packaging/[a-z]+\\.sh)(?:"
                        + " +(?:\\[[^\\s\\]]+](?:\\.{3})?|[A-Z]{2,}(?:\\.{3})?|\\w[\\w.-]*/[\\w./-]+))*");

    /**
     * A command line.
     *
     * @param where the file it is in
     * @param text the line, without a trailing comment
     * @param standsAlone whether it is a line in a code block, which must be a command line; inline
     *     code can be anything
     */
    record Example(Path where, String text, boolean standsAlone) {}

    private final List<Example> found = new ArrayList<>();

    private Examples() {}

    static List<Example> all() {
        Examples examples = new Examples();
        examples.markdown(ROOT.resolve("README.md"));
        examples.each("src/docs", ".md", examples::markdown);
        examples.each("src/main/java", ".java", examples::javadoc);
        examples.each("src/test/java", "package-info.java", examples::javadoc);
        examples.each("packaging", ".sh", examples::script);
        examples.each(".ci", "", examples::script);
        examples.comments(XML_COMMENT, ROOT.resolve("pom.xml"));
        return List.copyOf(examples.found);
    }

    private void each(String folder, String ending, Consumer<Path> reader) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void markdown(Path file) {
        String text = read(file);
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            if (!OF_COMMANDS.contains(fence.group(1)) || file.endsWith(SESSION)) {
                continue;
            }
            fence.group(2)
                    .lines()
                    .map(l -> l.replaceFirst("(^|\\s+)#.*$", "").strip())
                    .filter(l -> !l.isEmpty())
                    .forEach(l -> found.add(new Example(file, l, true)));
        }
        spans(SPAN, file, FENCE.matcher(text).replaceAll(""));
    }

    private void javadoc(Path file) {
        spans(CODE, file, read(file).replaceAll("\\n\\s*\\*", " "));
    }

    private void script(Path file) {
        comments(COMMENT, file);
    }

    private void comments(Pattern pattern, Path file) {
        StringBuilder comments = new StringBuilder();
        Matcher comment = pattern.matcher(read(file));
        while (comment.find()) {
            comments.append(comment.group(1)).append('\n');
        }
        Matcher bare = BARE.matcher(comments);
        while (bare.find()) {
            found.add(new Example(file, oneLine(bare.group()), false));
        }
    }

    private void spans(Pattern pattern, Path file, String text) {
        Matcher span = pattern.matcher(text);
        while (span.find()) {
            found.add(new Example(file, oneLine(span.group(1)), false));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a command line; quotes keep words together and are dropped. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("((?:[^\\s\"]|\"[^\"]*\")+)").matcher(line);
        while (word.find()) {
            words.add(word.group(1).replace("\"", ""));
        }
        return words;
    }

    /** Whether it has placeholders: {@code JOB}, {@code a|b}, {@code [c]}, {@code …}. */
    static boolean hasPlaceholder(List<String> words) {
        return words.stream().anyMatch(w -> isPlaceholder(w) || w.matches(".*[|\\[\\]…].*"));
    }

    static boolean isPlaceholder(String word) {
        return word.matches("[A-Z][A-Z0-9]*(…|\\.\\.\\.)?") && !Set.of("GET", "PUT").contains(word);
    }

    /** One command line for each choice of {@code a|b|c} in it. */
    static List<List<String>> choices(List<String> words) {
        List<List<String>> lines = List.of(List.of());
        for (String word : words) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> line : lines) {
                for (String choice : word.split("\\|")) {
                    longer.add(Stream.concat(line.stream(), Stream.of(choice)).toList());
                }
            }
            lines = longer;
        }
        return lines;
    }
}
