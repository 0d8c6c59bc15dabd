package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The man pages and completions have every command and every option. */
final class CommandFilesTest {
    @TempDir private Path folder;

    @Test
    void theManPagesHaveEveryCommandAndOption() throws IOException {
        CommandFiles.write(folder, "1.2.3");
        for (String file : List.of(CommandFiles.MAN, CommandFiles.MAN_CHINESE)) {
            String page = unzipped(folder.resolve(file));
            assertThat(page).contains(".TH EDGEONE-PURGE 1 \"\" \"edgeone-purge 1.2.3\"");
            assertThat(EveryCommand.names())
                    .allSatisfy(
                            name ->
                                    assertThat(page)
                                            .contains("\n.SS \"" + name.replace("-", "\\-")));
            assertThat(options())
                    .allSatisfy(
                            name ->
                                    assertThat(page)
                                            .contains("\\fB" + name.replace("-", "\\-") + "\\fR"));
        }
    }

    /** roff would read a line that begins with a dot or a quote as a request, and drop it. */
    @Test
    void everyRequestIsOneOfManPages() throws IOException {
        CommandFiles.write(folder, "1.2.3");
        for (String file : List.of(CommandFiles.MAN, CommandFiles.MAN_CHINESE)) {
            assertThat(unzipped(folder.resolve(file)).lines().skip(1))
                    .allMatch(l -> l.matches("(\\.(TH|SH|SS|B|ad) .*|\\.(TP|PP)|[^.'].*)"));
        }
    }

    /** Chinese has no spaces to break lines at or to stretch; roff warns about both. */
    @Test
    void chineseLinesMayBreakBetweenCharacters() throws IOException {
        CommandFiles.write(folder, "1.2.3");
        String page = unzipped(folder.resolve(CommandFiles.MAN_CHINESE));
        assertThat(page).contains("\n.ad l\n").contains("\\:");
        assertThat(page.replaceAll("(?m)^\\..*$", "")).doesNotContainPattern("\\p{IsHan}{2}");
    }

    @Test
    void whatRoffWouldInterpretIsEscaped() {
        CommandLine odd =
                new CommandLine(
                        CommandLine.Model.CommandSpec.create()
                                .name("odd")
                                .addOption(
                                        OptionSpec.builder("--o")
                                                .description(".so C:\\a \"b\" 5 %% off")
                                                .build()));
        assertThat(ManPage.of(odd.getCommandSpec(), "1", Messages.in(Language.ENGLISH)))
                .contains("\n\\&.so C:\\ea \\(dqb\\(dq 5 % off\n");
    }

    @Test
    void bashCompletesEveryCommandAndOption() throws IOException {
        CommandFiles.write(folder, "1.2.3");
        String bash = Files.readString(folder.resolve(CommandFiles.BASH));
        assertThat(EveryCommand.names())
                .allSatisfy(
                        name ->
                                assertThat(bash)
                                        .containsPattern(
                                                "local commands=\"[^\"]*\\b"
                                                        + name.replaceFirst(".* ", "")
                                                        + "\\b"));
        assertThat(options())
                .allSatisfy(
                        name -> assertThat(bash).containsPattern("_opts=\"[^\"]*" + name + "\\b"));
        assertThat(Files.readString(folder.resolve(CommandFiles.ZSH)))
                .startsWith("#compdef edgeone-purge\n");
    }

    private static List<String> options() {
        return ProgramLine.withAllBelow(CommandLineProgram.model(Language.ENGLISH))
                .flatMap(c -> c.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .distinct()
                .toList();
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
