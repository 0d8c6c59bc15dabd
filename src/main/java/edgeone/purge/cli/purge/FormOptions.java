package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.purge.input.IntakeOptions;
import edgeone.purge.cli.purge.input.TargetInput.Given;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What to purge, and where, as a person fills in the form. */
final class FormOptions {
    private static final String AUTO = "auto";

    @Option(names = "--zone", paramLabel = "Z", description = "${bundle:help.purge.zone}")
    private @Nullable String zone;

    @Option(names = "--type", paramLabel = "T", description = "${bundle:help.purge.type}")
    private @Nullable String type;

    @Option(names = "--method", paramLabel = "M", description = "${bundle:help.purge.method}")
    private @Nullable String method;

    @Option(
            names = "--tag-domain",
            paramLabel = "H",
            description = "${bundle:help.purge.tag-domain}")
    private List<String> tagDomains = List.of();

    @Mixin private TargetOptions targets = new TargetOptions();

    /** Checks what can be checked before anything is read. */
    void check(RecipeOptions recipe) {
        recipe.require(zone == null ? "--zone" : null, type == null ? "--type" : null);
        targets.intake().check(type());
        method();
    }

    /** Refuses what a recipe brings itself. */
    void checkBeside() {
        boolean form =
                type != null || method != null || !tagDomains.isEmpty() || !targets.areEmpty();
        if (form) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.alone");
        }
    }

    /** As given; null if none was. */
    @Nullable String zone() {
        return zone;
    }

    /** Whether each target goes to the zone that has its host. */
    boolean sortsByZone() {
        return AUTO.equals(zone);
    }

    PurgeType type() {
        String wanted = String.valueOf(type);
        return PurgeType.purgeOfWireName(wanted)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.type", wanted));
    }

    boolean skipProblems() {
        return targets.skipProblems();
    }

    boolean fit() {
        return targets.fit();
    }

    IntakeOptions intake() {
        return targets.intake();
    }

    private @Nullable PurgeMethod method() {
        String wanted = method;
        if (wanted == null) {
            return null;
        }
        return PurgeMethod.ofWireName(wanted)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.method", wanted));
    }

    /** Reads the targets; tells on standard error how, unless every line is one. */
    Wanted read(InputStream in, Output output) throws IOException {
        Given given = targets.read(type(), in, output);
        return new Wanted(
                type(),
                method(),
                given == null ? null : given.lines(),
                tagDomains,
                targets.skipProblems(),
                targets.intake().cleaning(),
                targets.fit(),
                null,
                PrefetchOptions.NONE,
                TargetOptions.told(given, output));
    }
}
