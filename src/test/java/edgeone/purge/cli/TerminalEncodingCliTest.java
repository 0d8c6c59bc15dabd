package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.TerminalStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a terminal cannot encode is written differently, never as question marks. */
final class TerminalEncodingCliTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, en, \\u{590F}",
        "US-ASCII, zh, \\u{590F}",
        "windows-1252, zh, \\u{590F}",
        "ISO-8859-1, zh, \\u{590F}",
        "GBK, zh, 夏",
        "UTF-8, zh, 夏"
    })
    void noTextTurnsIntoQuestionMarks(String encoding, String language, String summer)
            throws Exception {
        Charset terminal = Charset.forName(encoding);
        Path list = Files.writeString(home.resolve("list"), "https://www.example.com/夏\n");
        Ended planned =
                run(
                        terminal,
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--dry-run",
                        "--targets-file",
                        list + "",
                        "--lang",
                        language);
        assertThat(planned.exit()).isEqualTo(ExitCodes.OK);
        assertThat(planned.err()).contains(summer).doesNotContain("?").doesNotContain("\uFFFD");
        boolean chinese = language.equals("zh") && summer.equals("夏");
        assertThat(planned.out())
                .contains(chinese ? "配额" : "left of today's quota")
                .doesNotContain("?")
                .doesNotContain("\uFFFD");
        Ended refused = run(terminal, "targets", "none", "--lang", language);
        assertThat(refused.err().isBlank()).isFalse();
        assertThat(refused.err()).doesNotContain("?").doesNotContain("\\u{");
    }

    /** Output for scripts does not depend on the terminal's encoding. */
    @Test
    void jsonIsTheSameInEveryEncoding() throws Exception {
        Path list = Files.writeString(home.resolve("list"), "ftp://夏\u007F\n");
        for (String encoding : List.of("US-ASCII", "GBK", "UTF-8")) {
            Ended planned =
                    run(
                            Charset.forName(encoding),
                            "purge",
                            "--zone",
                            "example.com",
                            "--type",
                            "purge_url",
                            "--dry-run",
                            "--targets-file",
                            list + "",
                            "--json");
            assertThat(planned.json().at("/plan/problems/0/target").asString())
                    .isEqualTo("ftp://夏\u007F");
            assertThat(planned.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        }
    }

    @Test
    void aStreamOfWindowsKeepsItsLineEnds() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalStream stream =
                TerminalStream.over(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
        stream.print("one\r\ntwo\u001B\r");
        stream.append('é').printf("%s", "中");
        stream.flush();
        assertThat(bytes.toString(StandardCharsets.US_ASCII))
                .isEqualTo("one\r\ntwo\\u{1B}\\u{D}\\u{E9}\\u{4E2D}");
    }

    private Ended run(Charset terminal, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return RealProgram.run(java.util.Map.of(), new byte[0], terminal, all);
    }
}
