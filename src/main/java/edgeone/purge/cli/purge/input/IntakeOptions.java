package edgeone.purge.cli.purge.input;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.rules.TwinKind;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Options for reading targets. */
public final class IntakeOptions {
    private static final String AUTO = "auto";

    @Option(names = "--format", paramLabel = "FORMAT", description = "${bundle:help.purge.format}")
    private String format = Format.LINES.label();

    @Option(names = "--base-url", paramLabel = "URL", description = "${bundle:help.purge.base-url}")
    private @Nullable String base;

    @Option(
            names = "--encoding",
            paramLabel = "utf-8|gb18030",
            description = "${bundle:help.purge.encoding}")
    private String encoding = "utf-8";

    @Option(
            names = "--twins",
            split = ",",
            paramLabel = "scheme,slash,query",
            description = "${bundle:help.purge.twins}")
    private List<String> twins = List.of();

    /** Checks what can be checked before anything is read. */
    public void check(PurgeType type) {
        format();
        encoding();
        base();
        boolean haveTwins =
                switch (type) {
                    case URL, PREFIX, PREFETCH -> true;
                    case HOST, CACHE_TAG, ALL -> false;
                };
        if (!twinKinds().isEmpty() && !haveTwins) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.intake.no-twins");
        }
    }

    /** Null to detect it. */
    @Nullable Format format() {
        return format.equals(AUTO)
                ? null
                : Format.ofLabel(format)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "cli.intake.format", format));
    }

    /** What a file without a byte order mark is. */
    public Charset encoding() {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> StandardCharsets.UTF_8;
            case "gb18030" -> Charset.forName("GB18030");
            default -> throw new CommandFailure(ExitCodes.REFUSED, "cli.intake.encoding", encoding);
        };
    }

    public boolean isPlain() {
        return format() == Format.LINES;
    }

    public @Nullable BaseAddress base() {
        String given = base;
        return given == null
                ? null
                : BaseAddress.of(given)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "cli.intake.base", given));
    }

    public Cleaning cleaning() {
        return new Cleaning(format() == null, twinKinds());
    }

    public boolean asksForTwins() {
        return !twins.isEmpty();
    }

    private Set<TwinKind> twinKinds() {
        Set<TwinKind> kinds = EnumSet.noneOf(TwinKind.class);
        for (String twin : twins) {
            kinds.add(
                    TwinKind.ofLabel(twin.strip())
                            .orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    ExitCodes.REFUSED, "cli.intake.twins", twin)));
        }
        return kinds;
    }
}
