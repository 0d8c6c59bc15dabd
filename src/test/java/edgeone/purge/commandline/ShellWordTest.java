package edgeone.purge.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.HostileText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words through a real shell: what comes out is what went in, and nothing of it runs. */
final class ShellWordTest {
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "'",
                    "'; touch pwned; '",
                    "$(touch pwned)",
                    "`touch pwned`",
                    "a\\'$(touch pwned)\\",
                    "\"; touch pwned; \"",
                    "&& touch pwned",
                    "| touch pwned",
                    "> pwned",
                    "~root",
                    "*",
                    "{a,b}",
                    "!!",
                    "#",
                    "--yes",
                    "-",
                    "${IFS}",
                    "%s%n\\0",
                    "\u0003; touch pwned #",
                    "\u001b[201~'; touch pwned #",
                    "'\u0004%s\\n'!touch pwned",
                    "a\tb ",
                    "\u202Egpj.exe",
                    "夏季 é 😀");

    @TempDir private Path folder;

    @Test
    void whatIsQuotedComesOutAndNothingRuns() throws Exception {
        RealShell shell = new RealShell(folder);
        List<String> texts = new ArrayList<>(HOSTILE);
        Random random = new Random(14);
        while (texts.size() < 3_000) {
            String text = HostileText.next(random);
            if (ShellWord.isPossible(text)) {
                texts.add(text);
            }
        }
        IntStream.rangeClosed(1, 0x7F)
                .filter(c -> c != '\n' && c != '\r')
                .forEach(c -> texts.add("a" + (char) c + "b"));

        assertThat(shell.words(quoted(texts))).isEqualTo(texts);
        assertThat(shell.leftSomething()).isFalse();
    }

    /** A terminal takes a control character for a key, quoted or not. */
    @Test
    void noWordHoldsWhatATerminalTakesForAKey() {
        assertThat(HOSTILE)
                .allSatisfy(
                        text -> {
                            String word = ShellWord.of(text);
                            assertThat(VisibleText.of(word)).isEqualTo(word);
                        });
    }

    /** Shells look for {@code !} in what a person types, except between single quotes. */
    @Test
    void anInteractiveShellFindsNoHistoryInIt() {
        assertThat(ShellWord.of("a!b")).isEqualTo("'a!b'");
        assertThat(ShellWord.of("a!\u0007b")).isEqualTo("\"$(printf 'a\\041\\007b')\"");
    }

    @Test
    void plainAddressesStayAsTheyAre() {
        String page = "--target=https://www.example.com/a_b-c.css,%E5%A4%8F@1+2:3";
        assertThat(ShellWord.of(page)).isEqualTo(page);
        assertThat(ShellWord.of("https://www.example.com/?a=b&c"))
                .isEqualTo("'https://www.example.com/?a=b&c'");
    }

    @Test
    void whatNoArgumentHoldsIsRefused() {
        for (String text : List.of("a\nb", "a\rb", "a\0b", "a\uD800b")) {
            assertThat(ShellWord.isPossible(text)).isFalse();
            assertThatThrownBy(() -> ShellWord.of(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }
}
