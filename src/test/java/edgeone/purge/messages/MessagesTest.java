package edgeone.purge.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps the two languages and the code that uses them consistent. */
final class MessagesTest {
    private static final Pattern KEY =
            Pattern.compile(
                    "\"(?:%|\\$\\{bundle:)?([a-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)+\\.?)}?\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");

    private final Messages english = Messages.in(Language.ENGLISH);
    private final Messages chinese = Messages.in(Language.CHINESE);

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(placeholders(chinese.getString(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getString(key)));
            assertThat(chinese.getString(key)).as(key).isNotBlank();
            assertThat(english.getString(key)).as(key).isNotBlank();
            new MessageFormat(english.getString(key));
            new MessageFormat(chinese.getString(key));
        }
    }

    /**
     * A key counts as used if it is a literal, or if a literal that ends in a dot is its prefix.
     */
    @Test
    void everyTextIsUsedAndEveryKeyUsedHasAText() throws IOException {
        Set<String> literals = new TreeSet<>();
        Set<String> fxml = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.endsWith(".java")) {
                    collect(KEY, Files.readString(file), literals);
                } else if (name.endsWith(".fxml")) {
                    collect(FXML_KEY, Files.readString(file), fxml);
                }
            }
        }
        assertThat(english.keySet()).as("keys used in FXML").containsAll(fxml);
        Set<String> topics =
                english.keySet().stream()
                        .map(k -> k.substring(0, k.indexOf('.') + 1))
                        .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (String literal : literals) {
            boolean looksLikeKey =
                    topics.contains(literal.substring(0, literal.indexOf('.') + 1))
                            && !literal.endsWith(".json");
            if (looksLikeKey && !literal.endsWith(".") && !english.has(literal)) {
                missing.add(literal);
            }
        }
        assertThat(missing).as("keys used in code that have no text").isEmpty();
        Set<String> unused = new TreeSet<>(english.keySet());
        unused.removeAll(literals);
        unused.removeAll(fxml);
        unused.removeIf(
                key -> literals.stream().anyMatch(l -> l.endsWith(".") && key.startsWith(l)));
        assertThat(unused).as("unused texts").isEmpty();
    }

    /** Such as the braces of a variable in a text without arguments. */
    @Test
    void noQuoteOfTheFormatIsShown() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            assertThat(messages.keySet())
                    .allSatisfy(key -> assertThat(messages.text(key)).doesNotContain("'{", "''"));
            assertThat(messages.text("recipes.window.empty")).contains(" ${NAME}");
        }
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThatThrownBy(() -> english.text("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
