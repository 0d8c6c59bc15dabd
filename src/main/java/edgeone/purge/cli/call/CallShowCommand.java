package edgeone.purge.cli.call;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.json.JsonTree;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.call.CallDetail;
import edgeone.purge.model.call.CallId;
import edgeone.purge.model.call.CallText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

@Command(name = "call-show", description = "${bundle:help.call-show}")
public final class CallShowCommand extends EdgeOneCommand {
    private final JsonTree json = new JsonTree();

    @Parameters(paramLabel = "CALL", description = "${bundle:help.call-show.call}")
    private String call = "";

    public CallShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        number();
    }

    private long number() {
        return CallId.number(call).orElseThrow(this::none);
    }

    private CommandFailure none() {
        return new CommandFailure(ExitCodes.REFUSED, "cli.call.none", call);
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        CallDetail detail = workplace.calls().find(number()).orElseThrow(this::none);
        if (output.isJson()) {
            output.json(
                    CallFields.of(detail.call())
                            .put("request", value(detail.request()))
                            .put("reply", value(detail.reply()))
                            .put("replyBytes", detail.reply().size())
                            .put("replyCut", detail.reply().cut() ? true : null)
                            .map());
            return ExitCodes.OK;
        }
        CallFields.of(detail.call())
                .map()
                .forEach((name, value) -> output.line(name + ": " + VisibleText.of(value + "")));
        show("cli.call.request", detail.request(), output);
        show("cli.call.reply", detail.reply(), output);
        return ExitCodes.OK;
    }

    /** JSON as such, and anything else as a string; null if there is none. */
    private @Nullable Object value(CallText body) {
        String text = body.text();
        if (text == null) {
            return null;
        }
        Optional<Map<String, @Nullable Object>> object = object(body);
        return object.isPresent() ? object.get() : text;
    }

    private Optional<Map<String, @Nullable Object>> object(CallText body) {
        String text = body.text();
        return text == null ? Optional.empty() : json.object(text.getBytes(StandardCharsets.UTF_8));
    }

    private void show(String title, CallText body, Output output) {
        output.line("");
        output.text(title);
        String text = body.text();
        if (text == null) {
            output.text(body.isGone() ? "cli.call.gone" : "cli.call.nothing");
            return;
        }
        object(body)
                .map(json::indented)
                .orElse(text)
                .lines()
                .map(VisibleText::of)
                .forEach(output::line);
        Long size = body.size();
        if (body.cut() && size != null) {
            output.text("cli.call.cut", size);
        }
    }
}
