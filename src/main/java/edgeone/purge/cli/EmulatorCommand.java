package edgeone.purge.cli;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.ProgramCommand;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.FirstLine;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.tls.DamagedAuthorityException;
import edgeone.purge.emulator.tls.ServerName;
import edgeone.purge.emulator.tls.TlsEnd;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Command(name = "emulator", description = "${bundle:help.emulator}")
final class EmulatorCommand extends ProgramCommand {
    private static final String FOLDER = "emulator-tls";

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

    @Option(names = "--https", description = "${bundle:help.emulator.https}")
    private boolean https;

    @Option(
            names = "--cert-host",
            paramLabel = "NAME",
            description = "${bundle:help.emulator.cert-host}")
    private List<String> certificateHosts = new ArrayList<>();

    EmulatorCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (EmbeddedEdgeOne emulator = started(behaviour())) {
            context().out().println(FirstLine.of(emulator));
            context().out().flush();
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

    private EmulatorOptions behaviour() {
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
        if (https) {
            options = options.withTls(tls());
        } else if (!certificateHosts.isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.emulator.cert-host.alone");
        }
        try {
            return faults == null ? options : options.withFaults(FaultPlan.parse(faults));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.emulator.faults", String.valueOf(e.getMessage()));
        }
    }

    private TlsEnd tls() {
        List<ServerName> names =
                certificateHosts.stream().map(EmulatorCommand::serverName).toList();
        Path folder = context().home().apply(options()).resolve(FOLDER);
        try {
            return TlsEnd.in(folder, names, Instant.now());
        } catch (DamagedAuthorityException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.emulator.authority.damaged", e.file().toString());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.emulator.authority",
                    folder.toString(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static ServerName serverName(String given) {
        try {
            return ServerName.parse(given);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.emulator.cert-host", given);
        }
    }
}
