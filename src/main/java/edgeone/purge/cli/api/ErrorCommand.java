package edgeone.purge.cli.api;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.cli.call.CallTexts;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.calls.LookUp;
import edgeone.purge.engine.calls.LookUp.Answer;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.call.Trace;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.teo.error.PastedError;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

@Command(name = "error", description = "${bundle:help.error}")
public final class ErrorCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "CODE", description = "${bundle:help.error.code}")
    private String text = "";

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:help.error.limit}")
    private int limit = 10;

    public ErrorCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (limit < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.limit");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws IOException {
        String given = ParameterText.of(text, context().in());
        return switch (new LookUp(workplace.calls()).of(given, limit)) {
            case Answer.Failure(PastedError error, Trace trace) -> explain(error, trace, output);
            case Answer.NoError(String id, Trace trace) -> noError(id, trace, output);
            case Answer.Unknown(String id) -> throw refused("api.request.none", id);
            case Answer.Success() -> throw refused("api.error.success");
            case Answer.Nothing() -> throw refused("api.error.nothing");
        };
    }

    private static int noError(String id, Trace found, Output output) {
        if (output.isJson()) {
            output.json(traced(new Fields().put("requestId", id), found).map());
        } else {
            output.text("api.request.no-error");
            list(found, output);
        }
        return ExitCodes.OK;
    }

    private static int explain(PastedError pasted, Trace met, Output output) {
        Messages messages = output.messages();
        ErrorText.Explained explained =
                new ErrorText(messages).explain(pasted.code(), pasted.requestId(), null);
        List<String> actions = ApiDescription.teo().actionsWith(pasted.code());
        if (output.isJson()) {
            Fields fields =
                    new Fields()
                            .put("code", pasted.code())
                            .put("class", errorClass(pasted.code()))
                            .put("known", ErrorText.knows(messages, pasted.code()))
                            .put("meaning", explained.what())
                            .put("why", explained.why())
                            .put("whatToDo", explained.todo())
                            .put("mayPass", ErrorCatalogue.mayPass(pasted.code()))
                            .put("actions", actions)
                            .put("requestId", pasted.requestId());
            output.json(traced(fields, met).map());
            return ExitCodes.OK;
        }
        tell(pasted.code(), explained, actions, output);
        list(met, output);
        return ExitCodes.OK;
    }

    private static Fields traced(Fields fields, Trace trace) {
        return fields.put("calls", CallTexts.json(trace.calls()))
                .put("jobs", CallTexts.jobsJson(trace.jobs()));
    }

    private static void list(Trace trace, Output output) {
        output.line("");
        if (trace.isEmpty()) {
            output.text("api.error.unmet");
        }
        if (!trace.calls().isEmpty()) {
            output.text("api.error.calls");
            CallTexts.table(trace.calls(), output);
        }
        if (!trace.jobs().isEmpty()) {
            output.text("api.request.jobs");
            CallTexts.jobsTable(trace.jobs(), output);
        }
    }

    private static void tell(
            String code, ErrorText.Explained explained, List<String> actions, Output output) {
        Messages messages = output.messages();
        output.text("api.error.head", code, messages.text("api.class." + errorClass(code)));
        if (!ErrorText.knows(messages, code)) {
            line(output, messages.text("api.error.unknown"));
        }
        line(output, explained.what());
        line(output, explained.why());
        line(output, explained.todo());
        boolean passes = ErrorCatalogue.mayPass(code);
        line(output, messages.text(passes ? "api.error.passes" : "api.error.stays"));
        if (!actions.isEmpty()) {
            line(output, messages.text("api.error.actions", String.join(", ", actions)));
        }
    }

    private static void line(Output output, String text) {
        output.line("  " + text);
    }

    private static CommandFailure refused(String key, Object... arguments) {
        return new CommandFailure(ExitCodes.REFUSED, key, arguments);
    }

    private static String errorClass(String code) {
        return ErrorCatalogue.classOf(code).name().toLowerCase(Locale.ROOT);
    }
}
