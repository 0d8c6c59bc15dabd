package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.purge.job.FollowCommand;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;

/** Whether a purge is sent, how long it is waited for, and what is confirmed beforehand. */
public final class SendOptions {
    @Option(names = "--dry-run", description = "${bundle:help.purge.dry-run}")
    private boolean dryRun;

    @Option(names = "--wait", description = "${bundle:help.wait}")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    @Option(names = "--yes", description = "${bundle:help.purge.yes}")
    private boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "ZONENAME",
            description = "${bundle:help.purge.confirm}")
    private List<String> confirm = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "${bundle:help.purge.note}")
    private @Nullable String note;

    /** Checks what can be checked before anything is read. */
    public void check(boolean severalZones) {
        FollowCommand.timeout(timeout);
        if (!severalZones && confirm.size() > 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.confirm.one");
        }
    }

    public boolean isDryRun() {
        return dryRun;
    }

    boolean yes() {
        return yes;
    }

    /** Zone names, as given. */
    List<String> confirmed() {
        return confirm;
    }

    /** Why the purge is made; null if it was not said. */
    @Nullable String note() {
        return note;
    }

    /** How long to wait until EdgeOne is done; null not to wait. */
    @Nullable Duration patience() {
        return wait ? Duration.ofSeconds(timeout) : null;
    }
}
