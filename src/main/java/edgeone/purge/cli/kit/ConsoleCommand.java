package edgeone.purge.cli.kit;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** The program; opens the window if there is no subcommand. */
@Command(
        name = "edgeone-purge",
        synopsisHeading = "%n",
        sortOptions = false,
        description = "${bundle:help.program}",
        mixinStandardHelpOptions = false)
@SuppressWarnings("UnusedVariable") // picocli reads the fields of --help and --version
public final class ConsoleCommand implements Callable<Integer> {
    private final WindowOpener window;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.home}")
    private @Nullable Path home;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.account}")
    private @Nullable String account;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.endpoint}")
    private @Nullable String endpoint;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.json}")
    private boolean json;

    @Option(
            names = "--settle",
            paramLabel = "S",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.settle}")
    private @Nullable Double settle;

    @Option(names = "--tour", paramLabel = "DIR", description = "${bundle:help.program.tour}")
    private @Nullable Path tour;

    @Option(
            names = "--software-rendering",
            description = "${bundle:help.program.software-rendering}")
    private boolean softwareRendering;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.help}")
    private boolean helpAsked;

    @Option(
            names = "--version",
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.version}")
    private boolean versionAsked;

    /** The lists that the parser fills: one for before the name of the command, one for after. */
    private final Set<List<String>> languages = Collections.newSetFromMap(new IdentityHashMap<>());

    public ConsoleCommand(WindowOpener window) {
        this.window = window;
    }

    /** Opens the window, or drives it through the tour. */
    @FunctionalInterface
    public interface WindowOpener {
        int open(GlobalOptions options, WindowOptions how);

        /**
         * Shows why the window could not open after a start from a menu; returns when the user
         * closes it.
         */
        default void refused(String text, Language language) {}
    }

    /** A programming language too for {@code code}, beside the program's own. */
    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            scope = ScopeType.INHERIT,
            description = "${bundle:help.program.lang}")
    void languages(@Nullable List<String> given) {
        if (given != null) {
            languages.add(given);
        }
    }

    @Override
    public Integer call() {
        return window.open(options(Set.of()), new WindowOptions(tour, softwareRendering));
    }

    /**
     * The checked options.
     *
     * @param otherLanguages what {@code --lang} takes beside the program's languages
     */
    GlobalOptions options(Set<String> otherLanguages) {
        if (otherLanguages.isEmpty() && !otherLanguages().isEmpty()) {
            throw wrong("usage.lang");
        }
        return new GlobalOptions(home, account, endpoint, language(), json, settle());
    }

    private @Nullable Language language() {
        List<Language> own =
                languages.stream()
                        .flatMap(List::stream)
                        .flatMap(tag -> Language.ofTag(tag).stream())
                        .toList();
        if (own.size() > 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "usage.twice", "--lang");
        }
        return own.isEmpty() ? null : own.getFirst();
    }

    /** What was given to {@code --lang} and is no language of the program. */
    List<String> otherLanguages() {
        return languages.stream()
                .flatMap(List::stream)
                .filter(tag -> Language.ofTag(tag).isEmpty())
                .toList();
    }

    private @Nullable Duration settle() {
        if (settle == null) {
            return null;
        }
        if (!(settle >= 0 && settle <= 3_600)) {
            throw wrong("usage.settle");
        }
        return Duration.ofMillis(Math.round(settle * 1_000));
    }

    private static CommandFailure wrong(String key) {
        return new CommandFailure(ExitCodes.REFUSED, key);
    }
}
