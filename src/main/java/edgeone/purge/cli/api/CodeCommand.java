package edgeone.purge.cli.api;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.code.CodeLanguage;
import edgeone.purge.code.CodeRequest;
import edgeone.purge.code.CodeSamples;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Its {@code --lang} takes a programming language too, beside the language of the program. */
@Command(name = "code", description = "${bundle:help.code}")
public final class CodeCommand extends EdgeOneCommand {
    @Mixin private final CallOptions call = new CallOptions();

    @Parameters(arity = "0..1", paramLabel = "CALL", description = "${bundle:help.code.call}")
    private @Nullable String recorded;

    public CodeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected Set<String> codeLanguages() {
        return Arrays.stream(CodeLanguage.values())
                .map(CodeLanguage::word)
                .collect(Collectors.toSet());
    }

    @Override
    protected void check(Output output) {
        language();
        if (recorded == null) {
            call.require();
        } else if (call.isGiven()) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.code.either");
        }
    }

    private CodeLanguage language() {
        List<String> chosen = chosenCodeLanguages();
        String words =
                Arrays.stream(CodeLanguage.values())
                        .map(CodeLanguage::word)
                        .collect(Collectors.joining(", "));
        if (chosen.size() != 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.code.one", words);
        }
        return CodeLanguage.ofWord(chosen.getFirst())
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        ExitCodes.REFUSED,
                                        "api.code.language",
                                        chosen.getFirst(),
                                        words));
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        CodeLanguage language = language();
        CallOptions.Given given =
                recorded == null
                        ? call.read(context(), workplace, output)
                        : RecordedCall.of(recorded, workplace);
        TeoEndpoint endpoint = workplace.endpoint();
        ApiDescription api = ApiDescription.teo();
        String code =
                CodeSamples.of(
                        language,
                        new CodeRequest(
                                api.service(),
                                api.version(),
                                given.action(),
                                endpoint.isHttps(),
                                endpoint.authority(),
                                given.parameters()));
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("lang", language.word())
                            .put("endpoint", endpoint.url())
                            .put("code", code)
                            .map());
        } else {
            code.lines().forEach(output::line);
            output.note("api.code.where", endpoint.url());
        }
        if (!given.known() && !language.sendsUnknown()) {
            output.note("api.code.unsent", language.word());
        }
        return ExitCodes.OK;
    }
}
