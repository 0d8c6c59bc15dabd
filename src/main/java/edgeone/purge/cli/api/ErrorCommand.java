package edgeone.purge.cli.api;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProgramCommand;
import edgeone.purge.messages.Messages;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.teo.error.PastedError;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

@Command(name = "error", description = "${bundle:help.error}")
public final class ErrorCommand extends ProgramCommand {
    @Parameters(paramLabel = "CODE", description = "${bundle:help.error.code}")
    private String text = "";

    public ErrorCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        Output output = output();
        String given = ParameterText.of(text, context().in());
        PastedError pasted = PastedError.in(given).orElseThrow(() -> nothingIn(given));
        Messages messages = output.messages();
        ErrorText.Explained explained =
                new ErrorText(messages).explain(pasted.code(), pasted.requestId(), null);
        List<String> actions = ApiDescription.teo().actionsWith(pasted.code());
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("code", pasted.code())
                            .put("class", errorClass(pasted.code()))
                            .put("known", ErrorText.knows(messages, pasted.code()))
                            .put("meaning", explained.what())
                            .put("why", explained.why())
                            .put("whatToDo", explained.todo())
                            .put("mayPass", ErrorCatalogue.mayPass(pasted.code()))
                            .put("actions", actions)
                            .put("requestId", pasted.requestId())
                            .map());
            return ExitCodes.OK;
        }
        tell(pasted.code(), explained, actions, output);
        return ExitCodes.OK;
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

    private static CommandFailure nothingIn(String given) {
        return new CommandFailure(
                ExitCodes.REFUSED,
                switch (PastedError.kind(given)) {
                    case SUCCESS -> "api.error.success";
                    case REQUEST_ID -> "api.error.request-id";
                    case OTHER -> "api.error.nothing";
                });
    }

    private static String errorClass(String code) {
        return ErrorCatalogue.classOf(code).name().toLowerCase(Locale.ROOT);
    }
}
