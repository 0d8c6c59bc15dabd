package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.purge.input.IntakeOptions;
import edgeone.purge.cli.purge.input.IntakeReport;
import edgeone.purge.cli.purge.input.TargetInput;
import edgeone.purge.cli.purge.input.TargetInput.Given;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The targets, and what is done with those that cannot be sent. */
final class TargetOptions {
    @Option(
            names = "--targets-file",
            paramLabel = "F",
            description = "${bundle:help.purge.targets-file}")
    private @Nullable String file;

    @Option(names = "--target", paramLabel = "X", description = "${bundle:help.purge.target}")
    private List<String> single = List.of();

    @Option(names = "--skip-problems", description = "${bundle:help.purge.skip-problems}")
    private boolean skipProblems;

    @Option(names = "--fit", description = "${bundle:help.purge.fit}")
    private boolean fit;

    @Mixin private IntakeOptions intake = new IntakeOptions();

    /** Whether nothing is said of the targets or how to read them. */
    boolean areEmpty() {
        return file == null
                && single.isEmpty()
                && intake.isPlain()
                && intake.base() == null
                && intake.encoding().equals(StandardCharsets.UTF_8);
    }

    boolean skipProblems() {
        return skipProblems;
    }

    boolean fit() {
        return fit;
    }

    IntakeOptions intake() {
        return intake;
    }

    /** Reads the targets; tells on standard error how, unless every line is one. Null for none. */
    @Nullable Given read(PurgeType type, InputStream in, Output output) throws IOException {
        Given given = new TargetInput(intake, in, output).read(file, single, type);
        if (given != null && !intake.isPlain()) {
            IntakeReport.tell(given.findings(), output);
        }
        return given;
    }

    /** What the JSON says of how they were read. */
    static Map<String, Object> told(@Nullable Given given, Output output) {
        return given == null
                ? Map.of()
                : Map.of("intake", IntakeReport.json(given.findings(), output.messages()));
    }
}
