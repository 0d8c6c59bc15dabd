package edgeone.purge.cli.api;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.Finding;
import edgeone.purge.api.ParameterCheck;
import edgeone.purge.api.text.FindingText;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.messages.Shown;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The options that describe one call. */
final class CallOptions {
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--action", paramLabel = "A", description = "${bundle:help.call.action}")
    private String action = "";

    @Option(names = "--params", paramLabel = "JSON|@F", description = "${bundle:help.call.params}")
    private @Nullable String params;

    @Option(names = "--unchecked", description = "${bundle:help.call.unchecked}")
    private boolean unchecked;

    /**
     * A call.
     *
     * @param text the body as given, without blanks around it
     * @param known whether the description has the action and all of its parameters
     */
    record Given(String action, JsonValue.Members parameters, String text, boolean known) {}

    /** Whether anything was given. */
    boolean isGiven() {
        return !action.isEmpty() || params != null || unchecked;
    }

    /** Refuses a command line without an action, as the parser does. */
    void require() {
        if (action.isEmpty()) {
            CommandSpec command = Objects.requireNonNull(spec);
            throw new MissingParameterException(
                    command.commandLine(), command.findOption("--action"), "");
        }
    }

    /**
     * Reads the call and holds it against the description.
     *
     * @throws CommandFailure it cannot be read, or the description speaks against it
     */
    Given read(CommandContext context, Output output) throws IOException {
        ApiDescription api = ApiDescription.teo();
        Optional<ApiAction> known = api.action(action);
        if (!action.matches(NAME) || (known.isEmpty() && !unchecked)) {
            throw refused("api.action.unknown", action, String.join(", ", api.names()));
        }
        String text = ParameterText.of(params == null ? "{}" : params, context.in()).strip();
        JsonValue.Members parameters = parse(text);
        List<Finding> findings = known.map(a -> ParameterCheck.of(a, parameters)).orElse(List.of());
        FindingText said = new FindingText(output.messages());
        if (!findings.isEmpty() && !unchecked) {
            throw refused("api.params.refused", new Shown(said.lines(action, findings)));
        }
        findings.forEach(f -> output.noteLine(said.of(action, f)));
        boolean all = findings.stream().noneMatch(f -> f.problem() == Finding.Problem.UNKNOWN);
        return new Given(action, parameters, text, known.isPresent() && all);
    }

    private static JsonValue.Members parse(String text) {
        try {
            return JsonReading.object(text);
        } catch (JsonFaultException e) {
            throw refused(
                    "api.json." + e.fault().name().toLowerCase(Locale.ROOT), e.line(), e.column());
        }
    }

    private static CommandFailure refused(String key, Object... arguments) {
        return new CommandFailure(ExitCodes.REFUSED, key, arguments);
    }
}
