package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command-line page has every command, with an example, and the examples work one after the
 * other in one home folder, as the page says.
 */
final class CommandLinePageTest {
    private static final Path PAGE = Path.of("src", "docs", "guide", "command-line.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern SECTION =
            Pattern.compile("(?ms)^### ([a-z -]+)$(.*?)(?=^#{2,3} |\\z)");
    private static final Pattern EXIT = Pattern.compile(" # exit (\\d)$");
    private static final Pattern JOB = Pattern.compile("\\b\\d{6}-\\d{6}-[a-z0-9]{8}\\b");
    private static final Pattern OPTION_ROW =
            Pattern.compile(
                    "(?m)^\\| `(?:-h`, `)?(--[a-z-]+)[ `](?:.*?`(--[a-z-]+) [A-Z]`)?.*\\|$");
    private static final Set<String> FILES =
            Set.of(
                    "urls.txt",
                    "targets.csv",
                    "targets.html",
                    "evidence.html",
                    "bundle.zip",
                    "release.json",
                    "rescued.db",
                    "call.json");
    private static final String ENDPOINT = "http://127.0.0.1:8500";

    @TempDir private Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String page = "";
    private String job = "";
    private EmbeddedEdgeOne emulator;

    @BeforeEach
    void prepare() throws IOException {
        page = Files.readString(PAGE);
        environment.put("EDGEONE_PURGE_HOME", folder.resolve("home").toString());
        Files.writeString(folder.resolve("urls.txt"), Shell.PAGE + "a\n" + Shell.PAGE + "b\n");
        Files.writeString(folder.resolve("call.json"), Shell.CALL);
        Files.writeString(folder.resolve("key.txt"), DemoAccount.SECRET_KEY + "\na passphrase\n");
        Files.writeString(folder.resolve("passphrase.txt"), "a passphrase\n");
        Files.writeString(folder.resolve("password.txt"), "a password\na passphrase\n");
    }

    @AfterEach
    void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    void everyCommandHasASectionWithAnExample() {
        Map<String, String> sections = sections();
        assertThat(sections.keySet()).isEqualTo(EveryCommand.names());
        assertThat(sections)
                .allSatisfy((name, text) -> assertThat(text).contains("\nedgeone-purge " + name));
    }

    /** Options of every command are in the first table, those of {@code purge} in its own. */
    @Test
    void everyOptionOfTheTablesIsOneAndNoneIsLeftOut() {
        CommandLine program = ProgramLine.program(Language.ENGLISH);
        Set<String> everywhere = longNames(program.getSubcommands().get("zones").getCommandSpec());
        assertThat(options(page.substring(0, page.indexOf("\n## ")))).isEqualTo(everywhere);
        Set<String> ofPurge = longNames(program.getSubcommands().get("purge").getCommandSpec());
        ofPurge.removeAll(everywhere);
        ofPurge.remove("--zone");
        assertThat(options(sections().get("purge"))).isEqualTo(ofPurge);
    }

    @Test
    void theExamplesWorkOneAfterTheOther() throws IOException {
        Matcher block = BLOCK.matcher(page);
        int run = 0;
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                run(line);
                run++;
            }
        }
        assertThat(run).isGreaterThan(EveryCommand.names().size());
    }

    private void run(String line) throws IOException {
        Matcher exit = EXIT.matcher(line);
        int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
        List<String> words = new ArrayList<>(Examples.words(EXIT.matcher(line).replaceFirst("")));
        assertThat(words.removeFirst()).isEqualTo("edgeone-purge");
        byte[] input = new byte[0];
        if (words.contains("<")) {
            input = Files.readAllBytes(folder.resolve(words.getLast()));
            words.subList(words.indexOf("<"), words.size()).clear();
        }
        if (words.getFirst().equals("emulator")) {
            start(words);
            return;
        }
        words.replaceAll(
                w ->
                        switch (w) {
                            case "JOB" -> job;
                            case "CALL" -> "c1";
                            default -> file(w).replace(ENDPOINT, endpoint());
                        });
        Ended ended = RealProgram.run(environment, input, words.toArray(String[]::new));
        assertThat(ended.exit()).as("%s%n%s", line, ended).isEqualTo(expected);
        Matcher named = JOB.matcher(ended.out());
        if (named.find()) {
            job = named.group();
        }
    }

    private String file(String word) {
        if (word.startsWith("@")) {
            return "@" + file(word.substring(1));
        }
        return FILES.contains(word) ? folder.resolve(word).toString() : word;
    }

    private String endpoint() {
        return emulator == null ? ENDPOINT : emulator.endpoint().toString();
    }

    /** Like the command, but on a free port. */
    private void start(List<String> words) {
        ProgramLine.program(Language.ENGLISH).parseArgs(words.toArray(String[]::new));
        assertThat(words.get(words.indexOf("--port") + 1)).isEqualTo("8500");
        emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        emulator.useFaults(FaultPlan.parse(words.get(words.indexOf("--faults") + 1)));
        assertThat(Map.of(emulator.secretId(), emulator.secretKey()))
                .containsExactly(entry(DemoAccount.SECRET_ID, DemoAccount.SECRET_KEY));
    }

    private Map<String, String> sections() {
        Map<String, String> sections = new HashMap<>();
        Matcher section = SECTION.matcher(page);
        while (section.find()) {
            sections.put(section.group(1), section.group(2));
        }
        return sections;
    }

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        Matcher row = OPTION_ROW.matcher(text);
        while (row.find()) {
            Stream.of(row.group(1), row.group(2)).filter(o -> o != null).forEach(options::add);
        }
        return options;
    }

    private static Set<String> longNames(CommandSpec command) {
        return command.options().stream()
                .filter(o -> !o.hidden())
                .map(OptionSpec::names)
                .flatMap(Arrays::stream)
                .filter(n -> n.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
