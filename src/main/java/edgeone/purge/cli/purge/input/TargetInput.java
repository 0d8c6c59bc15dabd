package edgeone.purge.cli.purge.input;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.intake.TextIntake;
import edgeone.purge.targets.intake.TextIntake.Outcome;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.source.CanceledReadException;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the targets given to a command: the file first, then single ones. */
public final class TargetInput {
    private static final long TOLD_EVERY = 32L << 20;

    private final IntakeOptions options;
    private final InputStream in;
    private final Output output;
    private long told;

    /**
     * What was given.
     *
     * @param findings what was found in the file, or in the single targets if there is no file
     */
    public record Given(TargetLines lines, Findings findings) {}

    public TargetInput(IntakeOptions options, InputStream in, Output output) {
        this.options = options;
        this.in = in;
        this.output = output;
    }

    /**
     * The lines of a file, and single ones, as they are written; empty where none were given.
     *
     * @param file a path, or {@code -} for standard input; null for none
     */
    public static List<String> lines(
            @Nullable String file, List<String> single, InputStream in, Output output)
            throws IOException {
        Given given =
                new TargetInput(new IntakeOptions(), in, output).read(file, single, PurgeType.URL);
        List<String> lines = new ArrayList<>();
        for (int i = 0; given != null && i < given.lines().size(); i++) {
            lines.add(given.lines().text(i));
        }
        return lines;
    }

    /**
     * All targets; null if none were given.
     *
     * @param file a path, or {@code -} for standard input
     */
    public @Nullable Given read(@Nullable String file, List<String> single, PurgeType type)
            throws IOException {
        for (String target : single) {
            if (target.chars().anyMatch(c -> c == '\n' || c == '\r')) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.target.line-break");
            }
        }
        if (file == null) {
            return single.isEmpty() ? null : single(single);
        }
        Findings findings = file(file, type);
        return new Given(single.isEmpty() ? findings.lines() : joined(findings, single), findings);
    }

    private static Given single(List<String> targets) throws IOException {
        TargetLines lines = TargetLines.of(targets);
        TextSource text = TextSource.pasted(String.join("\n", targets));
        return new Given(lines, new TextIntake(null, Watch.NONE).read(text, Format.LINES));
    }

    private static TargetLines joined(Findings findings, List<String> single) {
        TargetLines found = findings.lines();
        List<String> texts = new ArrayList<>(found.size() + single.size());
        int[] numbers = new int[found.size() + single.size()];
        for (int i = 0; i < found.size(); i++) {
            texts.add(found.text(i));
            numbers[i] = found.number(i);
        }
        int last = found.size() == 0 ? 0 : numbers[found.size() - 1];
        for (String target : single) {
            numbers[texts.size()] = ++last;
            texts.add(target);
        }
        return TargetLines.of(texts, numbers);
    }

    private Findings file(String file, PurgeType type) throws IOException {
        TextIntake intake = new TextIntake(options.base(), this::passed);
        TextSource source = source(file);
        @Nullable Format format = format(type);
        try {
            if (format != null) {
                return intake.read(source, format);
            }
            return switch (intake.read(source)) {
                case Outcome.Read(Findings findings) -> findings;
                case Outcome.Undecided(List<Format> formats) ->
                        throw new CommandFailure(
                                ExitCodes.REFUSED,
                                "cli.intake.undecided",
                                file,
                                formats.stream()
                                        .map(Format::label)
                                        .collect(Collectors.joining(", ")));
            };
        } catch (UnreadableException e) {
            throw refused(e, file);
        }
    }

    /** Null to detect it. */
    private @Nullable Format format(PurgeType type) {
        @Nullable Format asked = options.format();
        if (type != PurgeType.CACHE_TAG || asked == Format.LINES) {
            return asked;
        }
        if (asked != null) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.intake.tags", asked.label());
        }
        return Format.LINES;
    }

    private TextSource source(String file) {
        if (file.equals("-")) {
            return TextSource.stream(in, options.encoding());
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.file.unreadable", file);
        }
        return TextSource.file(path, options.encoding());
    }

    private CommandFailure refused(UnreadableException e, String file) {
        return switch (e.reason()) {
            case TOO_LARGE -> new CommandFailure(ExitCodes.REFUSED, "cli.file.too-large", file);
            case NOT_UTF8 -> new CommandFailure(ExitCodes.REFUSED, "cli.file.not-utf8", file);
            case OTHER_ENCODING ->
                    new CommandFailure(
                            ExitCodes.REFUSED, "cli.file.other-encoding", file, e.detail());
            default ->
                    new CommandFailure(
                            ExitCodes.REFUSED,
                            "cli.intake.unreadable",
                            file,
                            new Shown(
                                    output.messages()
                                            .text(e.reason().messageKey(), e.line(), e.detail())
                                            .strip()));
        };
    }

    private void passed(long characters) throws CanceledReadException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CanceledReadException();
        }
        if (characters - told >= TOLD_EVERY) {
            told = characters;
            output.note("cli.intake.progress", characters / 1_000_000);
        }
    }
}
