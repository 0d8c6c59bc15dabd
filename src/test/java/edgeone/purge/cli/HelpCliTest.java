package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.messages.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Help, headings and errors are in the requested language. */
final class HelpCliTest {
    private static final String HAN = "(?s).*\\p{IsHan}.*";

    @TempDir Path home;

    @Test
    void everyDescriptionIsInBothLanguages() {
        Map<String, String> english = descriptions(Language.ENGLISH);
        Map<String, String> chinese = descriptions(Language.CHINESE);
        assertThat(chinese).hasSizeGreaterThan(100).hasSameSizeAs(english);
        chinese.forEach(
                (what, said) -> {
                    assertThat(said).as(what).matches(HAN).doesNotContain("%", "@|", "${");
                    assertThat(english.get(what))
                            .as(what)
                            .doesNotMatch(HAN)
                            .isNotBlank()
                            .doesNotContain("%", "@|", "${");
                });
    }

    /** The printed help pages, of commands and of command groups. */
    @Test
    void noChinesePageHoldsAnEnglishDescription() {
        Map<String, String> english = descriptions(Language.ENGLISH);
        for (CommandLine command : all(EveryCommand.line(Language.CHINESE))) {
            String name = command.getCommandSpec().qualifiedName(" ");
            List<String> words = new ArrayList<>(List.of(name.split(" ")));
            words.removeFirst();
            words.addAll(List.of("--help", "--lang", "zh"));
            Ended ended = run(words.toArray(String[]::new));
            assertThat(ended.exit()).as(name).isEqualTo(ExitCodes.OK);
            String page = ended.out().replaceAll("\\s+", " ");
            assertThat(page).as(name).doesNotContain("Usage", "Commands", "COMMAND");
            english.values().stream()
                    .filter(said -> said.contains(" "))
                    .forEach(said -> assertThat(page).as(name).doesNotContain(said));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purge | 缺少必需的：--zone Z, --type T",
                "purge --zone | 缺少必需的：--zone Z",
                "targets | 缺少必需的：JOB",
                "jobs --limit x | --limit N 不接受 x。",
                "jobs --limit 1 --limit 2 | --limit N 重复给出。",
                "nonsense | 无法识别：nonsense",
                "jobs --limt 1 | 无法识别：--limt 1",
                "zones --settle -1 | --settle 需要 0 到 3600 之间的秒数",
            })
    void errorsAreInChinese(String command, String said) {
        List<String> all = new ArrayList<>(Arrays.asList(command.split(" ")));
        all.addAll(List.of("--lang", "zh"));
        Ended ended = run(all.toArray(String[]::new));
        assertThat(ended.exit()).isEqualTo(ExitCodes.REFUSED);
        assertThat(ended.err().lines().findFirst().orElse("")).isEqualTo(said);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void tablesHaveChineseHeadings() {
        for (String command :
                List.of("zones", "jobs", "account list", "account import", "network show")) {
            List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
            words.addAll(List.of("--lang", "zh", "--home", home.toString()));
            Ended ended = run(words.toArray(String[]::new));
            assertThat(ended.exit()).as(command).isEqualTo(ExitCodes.OK);
            for (String heading : ended.out().lines().findFirst().orElse("").split(" {2,}")) {
                assertThat(heading).as(command).matches("SecretId|" + HAN);
            }
        }
    }

    private static Ended run(String... arguments) {
        return RealProgram.run(Map.of(), new byte[0], arguments);
    }

    private static Map<String, String> descriptions(Language language) {
        Map<String, String> all = new LinkedHashMap<>();
        for (CommandLine command : all(EveryCommand.line(language))) {
            var spec = command.getCommandSpec();
            String name = spec.qualifiedName(" ");
            all.put(name, text(spec, spec.usageMessage().description()));
            for (ArgSpec arg : spec.args()) {
                all.put(name + " " + arg.toString(), text(spec, arg.description()));
            }
        }
        return all;
    }

    /** As printed, with texts in place of their keys. */
    private static String text(CommandLine.Model.CommandSpec spec, String... description) {
        String joined = String.join(" ", description);
        return joined.startsWith("${bundle:")
                ? spec.resourceBundle()
                        .getString(joined.substring("${bundle:".length(), joined.length() - 1))
                : joined;
    }

    private static List<CommandLine> all(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
        return all;
    }
}
