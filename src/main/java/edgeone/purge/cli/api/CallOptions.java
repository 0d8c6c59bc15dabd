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
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.messages.Shown;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.requests.RequestException;
import edgeone.purge.requests.SavedRequest;

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
import java.util.stream.Collectors;

/** The options that describe one call. */
final class CallOptions {
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--action", paramLabel = "A", description = "${bundle:help.call.action}")
    private String action = "";

    @Option(names = "--params", paramLabel = "JSON|@F", description = "${bundle:help.call.params}")
    private @Nullable String params;

    @Option(names = "--saved", paramLabel = "NAME", description = "${bundle:help.call.saved}")
    private @Nullable String saved;

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
        return !action.isEmpty() || params != null || saved != null || unchecked;
    }

    /** Refuses a command line without an action or a saved request, as the parser does. */
    void require() {
        if (saved != null) {
            if (!action.isEmpty() || params != null) {
                throw refused("requests.alone");
            }
        } else if (action.isEmpty()) {
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
    Given read(CommandContext context, Workplace workplace, Output output)
            throws IOException, RequestException {
        if (saved != null) {
            SavedRequest request = find(saved, workplace, output);
            return given(request.action(), request.body(), output);
        }
        return given(
                action, ParameterText.of(params == null ? "{}" : params, context.in()), output);
    }

    private static SavedRequest find(String name, Workplace workplace, Output output)
            throws IOException, RequestException {
        RequestBook.Contents contents = workplace.requests().read();
        if (contents.setAside() != null) {
            output.note("requests.set-aside", contents.setAside().toString());
        }
        return contents.named(name).orElseThrow(() -> noSuch(name, contents.requests()));
    }

    private static CommandFailure noSuch(String name, List<SavedRequest> others) {
        String names =
                others.stream()
                        .map(request -> "\"" + request.name() + "\"")
                        .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? refused("requests.none", name)
                : refused("requests.not-among", name, names);
    }

    private Given given(String called, String body, Output output) {
        ApiDescription api = ApiDescription.teo();
        Optional<ApiAction> known = api.action(called);
        if (!called.matches(NAME) || (known.isEmpty() && !unchecked)) {
            throw refused("api.action.unknown", called, String.join(", ", api.names()));
        }
        String text = body.strip();
        JsonValue.Members parameters = parse(text);
        List<Finding> findings = known.map(a -> ParameterCheck.of(a, parameters)).orElse(List.of());
        FindingText said = new FindingText(output.messages());
        if (!findings.isEmpty() && !unchecked) {
            throw refused("api.params.refused", new Shown(said.lines(called, findings)));
        }
        findings.forEach(f -> output.noteLine(said.of(called, f)));
        boolean all = findings.stream().noneMatch(f -> f.problem() == Finding.Problem.UNKNOWN);
        return new Given(called, parameters, text, known.isPresent() && all);
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
