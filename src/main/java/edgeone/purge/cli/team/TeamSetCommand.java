package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamAddress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;

@Command(name = "set", description = "${bundle:help.team.set}")
final class TeamSetCommand extends EdgeOneCommand {
    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "${bundle:help.team.set.url}")
    private String url = "";

    @Option(names = "--user", paramLabel = "U", description = "${bundle:help.team.set.user}")
    private @Nullable String user;

    @Option(
            names = "--store",
            paramLabel = "keychain|file",
            description = "${bundle:help.team.set.store}")
    private @Nullable String store;

    TeamSetCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        address();
    }

    private TeamAddress address() {
        if (TeamAddress.showsPassword(url)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.team.password-shown");
        }
        TeamAddress address =
                TeamAddress.of(url)
                        .orElseThrow(
                                () -> new CommandFailure(ExitCodes.REFUSED, "cli.team.url", url));
        return user == null ? address : address.withUser(user);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        StoreKind kind = store(workplace);
        try (Secret password = password(workplace, output)) {
            return TeamTexts.show(workplace.team().set(address(), kind, password), output);
        }
    }

    private StoreKind store(Workplace workplace) {
        String given = store;
        if (given == null) {
            return workplace.team().preferredStore();
        }
        return StoreKind.ofLabel(given)
                .filter(k -> k != StoreKind.SESSION)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.team.store", given));
    }

    private static @Nullable Secret password(Workplace workplace, Output output) {
        if (workplace.team().isPasswordGiven()) {
            output.note("cli.team.password-this-run", TeamSetting.PASSWORD_VARIABLE);
            return null;
        }
        char[] given = workplace.secret(output.messages().text("cli.team.password"));
        if (given == null || given.length == 0) {
            output.note("cli.team.no-password");
            return null;
        }
        Secret secret = new Secret(given, null);
        Arrays.fill(given, '\0');
        workplace.known().addTeamPassword("team", secret);
        return secret;
    }
}
