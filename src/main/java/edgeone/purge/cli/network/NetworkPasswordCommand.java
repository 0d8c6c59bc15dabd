package edgeone.purge.cli.network;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStore;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;

@Command(name = "password", description = "${bundle:help.network.password}")
final class NetworkPasswordCommand extends EdgeOneCommand {
    @Option(names = "--forget", description = "${bundle:help.network.password.forget}")
    private boolean forget;

    NetworkPasswordCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        SecretStores stores = workplace.desk().stores();
        SecretStore store = stores.of(stores.preferred());
        if (forget) {
            store.remove(Settings.PROXY_SECRET);
            output.note("cli.network.password-forgotten");
        } else {
            keep(workplace, output, store);
            output.note("cli.network.password-kept", store.kind().label());
        }
        if (!context().environment().getOrDefault(ProxySetting.PASSWORD_VARIABLE, "").isEmpty()) {
            output.note("cli.network.password-this-run", ProxySetting.PASSWORD_VARIABLE);
        }
        NetworkTexts.show(workplace.settings().load().settings().network(), output);
        return ExitCodes.OK;
    }

    private static void keep(Workplace workplace, Output output, SecretStore store)
            throws Exception {
        boolean userNamed =
                workplace.settings().load().settings().network().proxy()
                                instanceof ProxySetting.Own own
                        && own.user() != null;
        if (!userNamed) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.no-user");
        }
        char[] password = workplace.secret(output.messages().text("cli.network.password"));
        if (password == null || password.length == 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.password-empty");
        }
        try (Secret secret = new Secret(password, null)) {
            workplace.known().addProxyPassword("proxy", secret);
            store.save(Settings.PROXY_SECRET, secret);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
