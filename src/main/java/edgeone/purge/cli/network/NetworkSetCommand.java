package edgeone.purge.cli.network;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.teo.net.NetworkOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

@Command(name = "set", description = "${bundle:help.network.set}")
final class NetworkSetCommand extends EdgeOneCommand {
    @Option(names = "--proxy", paramLabel = "P", description = "${bundle:help.network.set.proxy}")
    private @Nullable String proxy;

    @Option(
            names = "--no-proxy",
            split = ",",
            paramLabel = "HOST,...",
            description = "${bundle:help.network.set.no-proxy}")
    private @Nullable List<String> noProxy;

    @Option(
            names = "--ca-file",
            paramLabel = "F",
            description = "${bundle:help.network.set.ca-file}")
    private @Nullable String caFile;

    @Option(
            names = "--connect-seconds",
            paramLabel = "S",
            description = "${bundle:help.network.set.connect-seconds}")
    private @Nullable Integer connect;

    @Option(
            names = "--read-seconds",
            paramLabel = "S",
            description = "${bundle:help.network.set.read-seconds}")
    private @Nullable Integer read;

    @Option(
            names = "--write-seconds",
            paramLabel = "S",
            description = "${bundle:help.network.set.write-seconds}")
    private @Nullable Integer write;

    @Option(
            names = "--call-seconds",
            paramLabel = "S",
            description = "${bundle:help.network.set.call-seconds}")
    private @Nullable Integer call;

    NetworkSetCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        changed(Network.STANDARD);
        String file = caFile;
        if (file != null && !file.isBlank()) {
            NetworkOptions.checkCaFile(Path.of(file));
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        ProxySetting before = workplace.settings().load().settings().network().proxy();
        Network after =
                workplace.settings().change(s -> s.withNetwork(changed(s.network()))).network();
        if (after.proxy() instanceof ProxySetting.Own own
                && own.user() != null
                && !own.equals(before)) {
            output.note("cli.network.password-next");
        }
        NetworkTexts.show(after, output);
        return ExitCodes.OK;
    }

    private Network changed(Network before) {
        String file = caFile;
        try {
            return new Network(
                    connect == null ? before.connectSeconds() : connect,
                    read == null ? before.readSeconds() : read,
                    write == null ? before.writeSeconds() : write,
                    call == null ? before.callSeconds() : call,
                    proxy == null ? before.proxy() : NetworkTexts.proxy(proxy),
                    noProxy == null ? before.noProxy() : noProxy,
                    file == null
                            ? before.caFile()
                            : file.isBlank() ? null : Path.of(file).toAbsolutePath().toString());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.seconds");
        }
    }
}
