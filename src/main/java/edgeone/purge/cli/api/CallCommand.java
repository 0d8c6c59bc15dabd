package edgeone.purge.cli.api;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.PurgeByHand;
import edgeone.purge.cli.purge.SendOptions;
import edgeone.purge.engine.byhand.HandPurge;
import edgeone.purge.engine.byhand.HandReply;
import edgeone.purge.engine.byhand.Manner;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.json.JsonTree;
import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

@Command(name = "call", description = "${bundle:help.call}")
public final class CallCommand extends EdgeOneCommand {
    @Mixin private final CallOptions call = new CallOptions();

    @Option(names = "--mock", description = "${bundle:help.call.mock}")
    private boolean mock;

    @Mixin private final SendOptions send = new SendOptions();

    public CallCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        call.require();
        send.check(false);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        CallOptions.Given given = call.read(context(), workplace, output);
        byte[] body = given.text().getBytes(StandardCharsets.UTF_8);
        boolean purges = !mock && Manner.of(given.action()) == Manner.PURGE;
        if (send.isDryRun() && !purges) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.call.dry-run");
        }
        if (mock) {
            output.note("api.call.mock");
            return print(workplace.byHand().mock(given.action(), body), output);
        }
        return switch (Manner.of(given.action())) {
            case READ -> {
                Connection connection = workplace.connection();
                HandReply reply = workplace.byHand().read(connection, given.action(), body);
                ClockText.tell(connection, output);
                yield print(reply, output);
            }
            case PURGE -> purge(workplace, given, output);
            case NOT_SENT ->
                    throw new CommandFailure(
                            ExitCodes.REFUSED, "api.call.not-sent", given.action());
        };
    }

    private int purge(Workplace workplace, CallOptions.Given given, Output output)
            throws Exception {
        HandPurge purge =
                HandPurge.of(given.parameters())
                        .orElseThrow(
                                () -> new CommandFailure(ExitCodes.REFUSED, "api.call.no-job"));
        PurgeByHand.Ended ended = new PurgeByHand(workplace, send, output).run(purge);
        if (ended.job() != null) {
            print(ended.reply(), ended.job(), output);
        }
        return ended.exit();
    }

    private static int print(HandReply reply, Output output) throws Exception {
        if (reply.trouble() != null) {
            throw reply.trouble();
        }
        print(reply.text(), null, output);
        return ExitCodes.OK;
    }

    /** Prints a Response, or whatever came in place of one; JSON also names the job. */
    private static void print(@Nullable String text, @Nullable String job, Output output) {
        JsonTree json = new JsonTree();
        String came = text == null ? "" : text;
        Map<String, @Nullable Object> response =
                json.object(came.getBytes(StandardCharsets.UTF_8)).orElse(null);
        if (output.isJson()) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            if (response != null) {
                document.putAll(response);
            } else if (text != null) {
                document.put("reply", text);
            }
            if (job != null) {
                document.put("job", job);
            }
            output.json(document);
        } else {
            (response == null ? came : json.indented(response))
                    .lines()
                    .map(VisibleText::of)
                    .forEach(output::line);
        }
    }
}
