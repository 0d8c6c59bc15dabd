package edgeone.purge.cli;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.FirstLine;
import edgeone.purge.emulator.faults.FaultPlan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

@Command(name = "emulator", description = "${bundle:help.emulator}")
final class EmulatorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--port", paramLabel = "N", description = "${bundle:help.emulator.port}")
    private int port;

    @Option(names = "--seed", paramLabel = "N", description = "${bundle:help.emulator.seed}")
    private long seed = 1;

    @Option(
            names = "--latency-ms",
            paramLabel = "N",
            description = "${bundle:help.emulator.latency-ms}")
    private long latencyMillis;

    @Option(
            names = "--processing-ms",
            paramLabel = "N",
            description = "${bundle:help.emulator.processing-ms}")
    private long processingMillis = 300;

    @Option(names = "--faults", paramLabel = "SPEC", description = "${bundle:help.emulator.faults}")
    private @Nullable String faults;

    @Option(
            names = "--accepted-log",
            paramLabel = "F",
            description = "${bundle:help.emulator.accepted-log}")
    private @Nullable Path acceptedLog;

    EmulatorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (EmbeddedEdgeOne emulator = started(options())) {
            context.out().println(FirstLine.of(emulator));
            context.out().flush();
            new CountDownLatch(1).await();
        }
        return ExitCodes.OK;
    }

    private static EmbeddedEdgeOne started(EmulatorOptions options) {
        try {
            return EmbeddedEdgeOne.start(options);
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.emulator.start", String.valueOf(e.getMessage()));
        }
    }

    private EmulatorOptions options() {
        if (port < 0 || port > 65_535 || latencyMillis < 0 || processingMillis < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.emulator.numbers");
        }
        EmulatorOptions options =
                EmulatorOptions.defaults()
                        .withPort(port)
                        .withSeed(seed)
                        .withLatency(Duration.ofMillis(latencyMillis))
                        .withProcessing(Duration.ofMillis(processingMillis));
        if (acceptedLog != null) {
            options = options.withAcceptedLog(acceptedLog);
        }
        try {
            return faults == null ? options : options.withFaults(FaultPlan.parse(faults));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.emulator.faults", String.valueOf(e.getMessage()));
        }
    }
}
