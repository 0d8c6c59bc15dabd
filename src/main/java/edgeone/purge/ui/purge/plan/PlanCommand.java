package edgeone.purge.ui.purge.plan;

import edgeone.purge.commandline.AroundLine;
import edgeone.purge.commandline.CommandLines;
import edgeone.purge.commandline.FormLine;
import edgeone.purge.commandline.SentBy;
import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.form.AroundForm;

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
     * @param around what is done before and after it
     * @param line takes it later; empty where a shell cannot be given one of the texts
     */
    public void write(
            Connection connection,
            Plan plan,
            String note,
            AroundForm around,
            Consumer<String> line,
            Consumer<? super Exception> failed) {
        AroundLine steps = steps(around);
        tasks.run(() -> line(connection, plan, note, steps), line, failed);
    }

    private static AroundLine steps(AroundForm form) {
        OriginOrder origin = form.originOrder();
        return new AroundLine(
                form.verifies(),
                form.thenPrefetches(),
                origin == null ? "" : origin.where(),
                origin == null || origin.old() == OldBytes.STOP ? "" : origin.old().label());
    }

    private String line(Connection connection, Plan plan, String note, AroundLine around) {
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
                        plan.prefetch(),
                        around);
        List<String> targets =
                plan.type() == PurgeType.ALL
                        ? List.of()
                        : plan.batches().stream().flatMap(List::stream).toList();
        return lines.purge(form, targets).orElse("");
    }
}
