package edgeone.purge.ui.purge.plan;

import edgeone.purge.commandline.CommandLines;
import edgeone.purge.commandline.FormLine;
import edgeone.purge.commandline.SentBy;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.task.Tasks;

import java.util.List;
import java.util.function.Consumer;

/** Writes a plan as a command line of this program. */
public final class PlanCommand {
    private final CommandLines lines;
    private final Tasks tasks;

    public PlanCommand(CommandLines lines, Tasks tasks) {
        this.lines = lines;
        this.tasks = tasks;
    }

    /**
     * Writes what a plan sends.
     *
     * @param note why; empty for none
     * @param line takes it later; empty where a shell cannot be given one of the texts
     */
    public void write(
            Connection connection,
            Plan plan,
            String note,
            Consumer<String> line,
            Consumer<? super Exception> failed) {
        tasks.run(() -> line(connection, plan, note), line, failed);
    }

    private String line(Connection connection, Plan plan, String note) {
        SentBy by = new SentBy(connection.accountId(), connection.account(), connection.endpoint());
        FormLine form =
                new FormLine(
                        by,
                        plan.zone().zoneId(),
                        plan.type(),
                        plan.method(),
                        plan.tagDomains(),
                        plan.fit(),
                        note,
                        plan.prefetch());
        List<String> targets =
                plan.type() == PurgeType.ALL
                        ? List.of()
                        : plan.batches().stream().flatMap(List::stream).toList();
        return lines.purge(form, targets).orElse("");
    }
}
