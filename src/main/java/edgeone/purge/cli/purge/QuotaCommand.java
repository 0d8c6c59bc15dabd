package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.Zone;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

@Command(name = "quota", description = "${bundle:help.quota}")
public final class QuotaCommand extends EdgeOneCommand {
    @Option(
            names = "--zone",
            required = true,
            paramLabel = "Z",
            description = "${bundle:help.zone}")
    private String zone = "";

    public QuotaCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Zone chosen = ZoneChoice.choose(workplace.engine(), workplace.connection(), zone, output);
        ZoneFacts facts = workplace.engine().facts(workplace.connection(), chosen);
        ClockText.tell(workplace.connection(), output);
        if (facts.quotaTrouble() != null) {
            throw facts.quotaTrouble();
        }
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "quota",
                            facts.quotas().stream()
                                    .map(
                                            q ->
                                                    new Fields()
                                                            .put("type", q.type())
                                                            .put("batch", q.batch())
                                                            .put("daily", q.daily())
                                                            .put("available", q.available())
                                                            .map())
                                    .toList()));
        } else {
            output.table(
                    List.of("column.type", "column.batch", "column.daily", "column.available"),
                    facts.quotas().stream()
                            .map(
                                    q ->
                                            List.of(
                                                    q.type(),
                                                    String.valueOf(q.batch()),
                                                    String.valueOf(q.daily()),
                                                    String.valueOf(q.available())))
                            .toList());
        }
        return ExitCodes.OK;
    }
}
