package edgeone.purge.cli.api;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.tc3.Signature;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@Command(name = "sign", description = "${bundle:help.sign}")
public final class SignCommand extends EdgeOneCommand {
    /** The last second of year 9999. */
    private static final long LATEST = 253_402_300_799L;

    /** EdgeOne takes a request whose time is off by this much. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Mixin private final CallOptions call = new CallOptions();

    @Option(names = "--timestamp", paramLabel = "N", description = "${bundle:help.sign.timestamp}")
    private @Nullable Long timestamp;

    public SignCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        call.require();
        Long given = timestamp;
        if (given != null && (given < 0 || given > LATEST)) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    given > LATEST ? "api.sign.milliseconds" : "api.sign.timestamp",
                    String.valueOf(given));
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        CallOptions.Given given = call.read(context(), workplace, output);
        Instant now = Instant.now();
        Long second = timestamp;
        Instant time = second == null ? now : Instant.ofEpochSecond(second);
        if (Duration.between(time, now).abs().compareTo(WINDOW) > 0) {
            output.note("api.sign.outside");
        }
        sign(workplace, given, time, output);
        return ExitCodes.OK;
    }

    private static void sign(
            Workplace workplace, CallOptions.Given given, Instant time, Output output)
            throws Exception {
        Signer signer = workplace.signer();
        Signature signature = signer.sign(given.text().getBytes(StandardCharsets.UTF_8), time);
        if (output.isJson()) {
            output.json(json(signer, given, signature));
        } else {
            text(signer, given, signature, output);
        }
    }

    private static Map<String, Object> json(
            Signer signer, CallOptions.Given given, Signature signature) {
        return new Fields()
                .put("endpoint", signer.endpoint().url())
                .put("action", given.action())
                .put("timestamp", signature.text().timestamp().getEpochSecond())
                .put("body", given.text())
                .put("hashedBody", signature.request().payloadHash())
                .put("canonicalRequest", signature.request().text())
                .put("hashedCanonicalRequest", signature.request().hash())
                .put("stringToSign", signature.text().text())
                .put("signedHeaders", signature.request().signedHeaders())
                .put("signature", signature.value())
                .put("authorization", signature.authorization().headerValue())
                .map();
    }

    private static void text(
            Signer signer, CallOptions.Given given, Signature signature, Output output) {
        stage(output, "api.sign.body", given.text());
        stage(output, "api.sign.request", signature.request().text());
        stage(output, "api.sign.hash", signature.request().hash());
        stage(output, "api.sign.text", signature.text().text());
        stage(output, "api.sign.signature", signature.value());
        stage(output, "api.sign.header", signature.authorization().headerValue());
        output.note("api.sign.where", signer.endpoint().url());
    }

    /** A title, and the stage below it as it is hashed, line by line. */
    private static void stage(Output output, String title, String text) {
        output.text(title);
        text.lines().forEach(line -> output.line("  " + line));
        output.line("");
    }
}
