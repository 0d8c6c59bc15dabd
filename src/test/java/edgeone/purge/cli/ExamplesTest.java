package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.cli.Examples.Example;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tries every example in README, help, documentation, package descriptions and scripts. The real
 * program runs its command lines on the demo, or parses those with placeholders; lines for Maven
 * and scripts must name what exists.
 */
final class ExamplesTest {
    private static final Pattern IN_HELP =
            Pattern.compile("(?:for example|such as|e\\.g\\.|例如)[:： ]*(\\S+)");
    private static final Pattern LONG_OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    @TempDir private Path folder;

    @Test
    void everyExampleWorks() throws Exception {
        MavenLine maven = new MavenLine();
        List<Executable> checks = new ArrayList<>();
        int run = 0;
        for (Example example : Examples.all()) {
            Optional<Executable> check = check(example, maven);
            check.ifPresent(
                    c ->
                            checks.add(
                                    () -> {
                                        try {
                                            c.execute();
                                        } catch (Throwable e) {
                                            throw new AssertionError(example.toString(), e);
                                        }
                                    }));
            run +=
                    ProgramLine.of(Examples.words(example.text()))
                            .filter(ProgramLine::isComplete)
                            .map(_ -> 1)
                            .orElse(0);
        }
        assertThat(checks).as("examples").hasSizeGreaterThan(40);
        assertThat(run).as("examples that are run").isGreaterThan(4);
        assertAll(checks);
    }

    /** How to try an example; empty if it is not a command line. */
    private Optional<Executable> check(Example example, MavenLine maven) {
        List<String> words = Examples.words(example.text());
        String first = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        if (first.equals("mvn")) {
            return Optional.of(
                    () -> {
                        maven.check(rest);
                        for (String word : rest) {
                            if (word.startsWith("-Dargs=")) {
                                new ProgramLine(Examples.words(word.substring("-Dargs=".length())))
                                        .check(folder);
                            }
                        }
                    });
        }
        if (first.matches("\\.ci/run|(packaging/)?[a-z]+\\.(sh|ps1)")) {
            return Optional.of(() -> checkScript(first, rest));
        }
        Optional<ProgramLine> line = ProgramLine.of(words);
        if (line.isPresent()) {
            return Optional.of(() -> line.get().check(folder));
        }
        if (first.matches("--[a-z-]+")) {
            return Optional.of(() -> checkOption(words));
        }
        boolean looksLikeOne =
                first.matches("[a-z-]+")
                        && rest.stream()
                                .anyMatch(w -> Examples.isPlaceholder(w) || w.startsWith("--"));
        assertThat(example.standsAlone() || looksLikeOne)
                .as("unrecognised command line: %s", example)
                .isFalse();
        return Optional.empty();
    }

    /** Some command has it, and each choice of its value is named in that command's help. */
    private static void checkOption(List<String> words) {
        String name = words.getFirst().replaceFirst("=.*", "");
        List<OptionSpec> options =
                ProgramLine.commands()
                        .flatMap(c -> Stream.ofNullable(c.getCommandSpec().findOption(name)))
                        .toList();
        assertThat(options).as("options called %s", name).isNotEmpty();
        if (words.size() > 1 && words.get(1).contains("|")) {
            String help =
                    options.getFirst().paramLabel()
                            + String.join(" ", options.getFirst().description());
            assertThat(help).as("help of %s", name).contains(words.get(1).split("\\|"));
        }
    }

    /** The script exists, and knows each argument that is not a placeholder. */
    private static void checkScript(String script, List<String> words) throws Exception {
        Path path = Path.of(script.contains("/") ? script : "packaging/" + script);
        assertThat(path).isRegularFile();
        if (!script.endsWith(".ps1")) {
            assertThat(path).isExecutable();
        }
        StringBuilder known = new StringBuilder();
        try (Stream<Path> files = Files.list(path.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                known.append(Files.readString(file));
            }
        }
        for (String word : words) {
            for (String choice : word.replaceAll("[\\[\\]…]|\\.\\.\\.", "").split("\\|")) {
                if (!choice.isEmpty() && !Examples.isPlaceholder(choice) && !choice.contains("/")) {
                    assertThat(known)
                            .as("arguments of %s", script)
                            .containsAnyOf("stage_" + choice + "()", '"' + choice + '"');
                }
            }
        }
    }

    /** An option accepts the values shown in its help. */
    @Test
    void everyExampleOfAnOptionIsTaken() throws Exception {
        int tried = 0;
        for (Language language : Language.values()) {
            for (CommandLine command :
                    ProgramLine.withAllBelow(ProgramLine.program(language)).toList()) {
                for (OptionSpec option : command.getCommandSpec().options()) {
                    Matcher example = IN_HELP.matcher(String.join(" ", option.description()));
                    while (example.find()) {
                        take(command.getCommandSpec().qualifiedName(" "), option, example.group(1));
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isPositive();
    }

    private static void take(String command, OptionSpec option, String value) {
        switch (command + " " + option.longestName()) {
            case "edgeone-purge emulator --faults" ->
                    assertThat(FaultPlan.parse(value).rules()).as(value).isNotEmpty();
            case "edgeone-purge account add --token-expiry",
                    "edgeone-purge account edit --token-expiry" ->
                    assertThat(Instant.parse(value)).as(value).isNotNull();
            case "edgeone-purge sign --action",
                    "edgeone-purge code --action",
                    "edgeone-purge call --action" ->
                    assertThat(ApiDescription.teo().action(value)).as(value).isPresent();
            default -> throw new AssertionError(command + ": say here how to try " + value);
        }
    }

    /** Lines of a description or a footer that call the program. */
    @Test
    void everyCommandLineInTheHelpIsTaken() throws Exception {
        for (CommandLine command : ProgramLine.commands().toList()) {
            String help = String.join("\n", command.getCommandSpec().usageMessage().footer());
            Matcher line = Pattern.compile("(?m)^\\s*(edgeone-purge .*)$").matcher(help);
            while (line.find()) {
                ProgramLine.of(Examples.words(line.group(1))).orElseThrow().check(folder);
            }
        }
    }

    /** The grammar of faults and its examples: each word of it is read. */
    @Test
    void everyFaultOfTheDescriptionIsOne() throws Exception {
        String text =
                Files.readString(
                        Path.of("src/main/java/edgeone/purge/emulator/faults/package-info.java"));
        Matcher fault =
                Pattern.compile(
                                "(?m)^ \\* (?:the [a-z]+|) {2,}((?:Edge:|Origin:)?[a-z-]+)"
                                        + "(\\[?=([A-Za-z]+)[\\]\\[:A-Z]*)? {2,}\\S")
                        .matcher(text);
        List<String> read = new ArrayList<>();
        while (fault.find()) {
            String word = fault.group(1);
            String value = value(word, fault.group(3));
            if (value == null || fault.group(2).startsWith("[")) {
                read.add(word);
            }
            if (value != null) {
                read.add(word + "=" + value);
            }
        }
        assertThat(read).as("faults described").hasSizeGreaterThan(30);
        Matcher example = Pattern.compile("Example: \\{@code ([^}]+)}").matcher(text);
        assertThat(example.find()).isTrue();
        read.add(example.group(1).replaceAll("\\s*\\n \\* ", " "));
        assertThat(read).allSatisfy(f -> assertThat(FaultPlan.parse(f).rules()).isNotEmpty());
    }

    private static String value(String word, String placeholder) {
        return switch (placeholder) {
            case null -> null;
            case "STATUS" -> "failed";
            case "NODE" -> "0";
            case "CODE" -> word.equals("error") ? "InternalError" : "503";
            case "REASON" -> "domain not valid";
            case "SECONDS", "MILLIS", "BYTES", "LEVELS" -> "1";
            default -> placeholder;
        };
    }

    /** The targets that the window shows as examples are read unchanged. */
    @Test
    void everyTargetShownAsAnExampleIsRead() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (PurgeType type : EnumSet.complementOf(EnumSet.of(PurgeType.ALL))) {
                String prompt = messages.text("window.prompt." + type.wireName());
                Matcher target =
                        Pattern.compile("(?:https://|www\\.)[A-Za-z0-9./-]*[A-Za-z0-9/]")
                                .matcher(prompt);
                boolean named = type != PurgeType.CACHE_TAG;
                assertThat(target.find()).as(prompt).isEqualTo(named);
                if (named) {
                    TargetList list =
                            TargetReader.read(
                                    type, target.group(), new ZoneHosts.Suffix("example.com"));
                    assertThat(list.problems()).as(prompt).isEmpty();
                    assertThat(list.rewrites()).as(prompt).isEmpty();
                }
            }
        }
    }

    /** What a message tells the user to type exists. */
    @Test
    void everyOptionAMessageNamesExists() {
        List<String> options =
                ProgramLine.commands()
                        .flatMap(c -> c.getCommandSpec().optionsMap().keySet().stream())
                        .distinct()
                        .toList();
        int named = 0;
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (String key : messages.keySet()) {
                Matcher option = LONG_OPTION.matcher(messages.getString(key));
                while (option.find()) {
                    assertThat(options)
                            .as("%s in %s", key, language.name().toLowerCase(Locale.ROOT))
                            .contains(option.group());
                    named++;
                }
            }
        }
        assertThat(named).isGreaterThan(10);
    }
}
