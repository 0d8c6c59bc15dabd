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
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.desk.TeamStatus;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;

@Command(name = "set", description = "${bundle:help.team.set}")
final class TeamSetCommand extends EdgeOneCommand {
    @Option(names = "--url", paramLabel = "URL", description = "${bundle:help.team.set.url}")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "U", description = "${bundle:help.team.set.user}")
    private @Nullable String user;

    @Option(
            names = "--store",
            paramLabel = "keychain|file",
            description = "${bundle:help.team.set.store}")
    private @Nullable String store;

    @Option(
            names = "--release-minutes",
            paramLabel = "N",
            description = "${bundle:help.team.set.release-minutes}")
    private @Nullable Integer releaseMinutes;

    TeamSetCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        boolean onlyMinutes = releaseMinutes != null && user == null && store == null;
        if (url == null && !onlyMinutes) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.team.url-missing");
        }
        if (url != null) {
            address(url);
        }
        if (releaseMinutes != null
                && (releaseMinutes < 1 || releaseMinutes > TeamSetting.LONGEST_RELEASE)) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.team.minutes", TeamSetting.LONGEST_RELEASE);
        }
    }

    private TeamAddress address(String given) {
        if (TeamAddress.showsPassword(given)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.team.password-shown");
        }
        TeamAddress address =
                TeamAddress.of(given)
                        .orElseThrow(
                                () -> new CommandFailure(ExitCodes.REFUSED, "cli.team.url", given));
        return user == null ? address : address.withUser(user);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        TeamDesk desk = workplace.team();
        TeamStatus status = url == null ? minutesOnly(desk) : set(url, workplace, output);
        if (releaseMinutes != null) {
            desk.setReleaseMinutes(releaseMinutes);
            status = status.withReleaseMinutes(releaseMinutes);
        }
        return TeamTexts.show(status, output);
    }

    private static TeamStatus minutesOnly(TeamDesk desk) {
        if (desk.setting() == null) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.team.none");
        }
        return desk.status();
    }

    private TeamStatus set(String given, Workplace workplace, Output output) throws Exception {
        StoreKind kind = store(workplace);
        try (Secret password = password(workplace, output)) {
            return workplace.team().set(address(given), kind, password);
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
