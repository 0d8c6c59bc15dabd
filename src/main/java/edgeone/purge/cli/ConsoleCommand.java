package edgeone.purge.cli;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** The program: without a sub-command it opens the window. */
@Command(
        name = "edgeone-purge",
        synopsisHeading = "%n",
        sortOptions = false,
        description = "Purges Tencent Cloud EdgeOne caches; without a command it opens the window.",
        mixinStandardHelpOptions = false)
@SuppressWarnings("UnusedVariable") // picocli reads the fields of --help and --version
public final class ConsoleCommand implements Callable<Integer> {
    private final WindowOpener window;

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "where journal and settings are kept")
    private @Nullable Path home;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "whose account")
    private @Nullable String account;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "another API endpoint; http only for loopback")
    private @Nullable String endpoint;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            scope = ScopeType.INHERIT,
            description = "language of texts")
    private @Nullable String language;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "answer in JSON")
    private boolean json;

    @Option(
            names = "--settle",
            paramLabel = "S",
            scope = ScopeType.INHERIT,
            description = "seconds the absence of a job must last to be believed (10)")
    private @Nullable Double settle;

    @Option(
            names = "--tour",
            paramLabel = "DIR",
            description = "drives the window through the demo and writes pictures there")
    private @Nullable Path tour;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this help")
    private boolean helpAsked;

    @Option(
            names = "--version",
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "version, build and commit")
    private boolean versionAsked;

    public ConsoleCommand(WindowOpener window) {
        this.window = window;
    }

    /** Opens the window, or drives it through the tour. */
    @FunctionalInterface
    public interface WindowOpener {
        int open(GlobalOptions options, @Nullable Path tour);

        /** Shows why a start from the menu came to no window; returns when it was read. */
        default void refused(String text, Language language) {}
    }

    @Override
    public Integer call() {
        return window.open(options(), tour);
    }

    /** The options, checked. */
    GlobalOptions options() {
        return new GlobalOptions(home, account, endpoint, language(), json, settle());
    }

    private @Nullable Language language() {
        if (language == null) {
            return null;
        }
        return Language.ofTag(language).orElseThrow(() -> wrong("--lang takes en or zh"));
    }

    private @Nullable Duration settle() {
        if (settle == null) {
            return null;
        }
        if (!(settle >= 0 && settle <= 3_600)) {
            throw wrong("--settle takes seconds from 0 to 3600");
        }
        return Duration.ofMillis(Math.round(settle * 1_000));
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
