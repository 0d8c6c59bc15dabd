package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.Zone;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Map;

@Command(name = "zones", description = "${bundle:help.zones}")
public final class ZonesCommand extends EdgeOneCommand {
    public ZonesCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        List<Zone> zones = workplace.engine().zones(workplace.connection());
        ClockText.tell(workplace.connection(), output);
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "zones",
                            zones.stream()
                                    .map(
                                            z ->
                                                    new Fields()
                                                            .put("zoneId", z.zoneId())
                                                            .put("zoneName", z.zoneName())
                                                            .put("alias", z.alias())
                                                            .put("area", z.area())
                                                            .put("status", z.status())
                                                            .put(
                                                                    "plan",
                                                                    z.plan().isEmpty()
                                                                            ? null
                                                                            : z.plan())
                                                            .map())
                                    .toList()));
        } else {
            output.table(
                    List.of(
                            "column.zone-id",
                            "column.zone-name",
                            "column.alias",
                            "column.area",
                            "column.status",
                            "column.plan"),
                    zones.stream()
                            .map(
                                    z ->
                                            List.of(
                                                    z.zoneId(),
                                                    z.zoneName(),
                                                    z.alias(),
                                                    z.area(),
                                                    z.status(),
                                                    z.plan()))
                            .toList());
        }
        return ExitCodes.OK;
    }
}
