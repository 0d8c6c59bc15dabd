package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.targets.TargetList;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** A plan in words. */
final class PlanText {
    private PlanText() {}

    static void print(Plan plan, Output output) {
        output.text(
                "cli.plan",
                plan.targets(),
                plan.list().duplicates(),
                plan.batches().size(),
                plan.duration().toMillis() / 1000.0,
                quota(plan, output.messages()));
        if (plan.later() > 0) {
            output.text("cli.plan.later", plan.fits(), plan.later());
        }
    }

    /** Problems, rewrites and warnings, on standard error. */
    static void explain(Plan plan, Output output) {
        Messages messages = output.messages();
        ProblemText text = new ProblemText(messages);
        for (TargetList.Problem problem : plan.list().problems()) {
            output.note("cli.line", problem.line(), problem.excerpt(), new Shown(text.of(problem)));
        }
        for (TargetList.Rewrite rewrite : plan.list().rewrites()) {
            String why = rewrite.kinds().stream().map(text::of).collect(Collectors.joining(" "));
            output.note("cli.rewritten", rewrite.line(), rewrite.before(), rewrite.after(), why);
        }
        for (TargetList.Remark remark : plan.list().remarks()) {
            output.note("cli.line", remark.line(), remark.excerpt(), text.of(remark));
        }
        for (Plan.Warning warning : plan.warnings()) {
            output.note("engine.warning." + warning);
        }
        if (!plan.sendable()) {
            output.noteLine(refusals(plan, messages));
        }
    }

    static String refusals(Plan plan, Messages messages) {
        ProblemText text = new ProblemText(messages);
        return plan.refusals().stream().map(text::of).collect(Collectors.joining(" "));
    }

    private static String quota(Plan plan, Messages messages) {
        Long left = plan.quotaLeft();
        Long after = plan.quotaAfter();
        Instant readAt = plan.quotaReadAt();
        return left == null || after == null || readAt == null
                ? messages.text("cli.plan.quota-unknown")
                : messages.text(
                        "cli.plan.quota",
                        left,
                        QuotaDay.here(readAt, ZoneId.systemDefault()),
                        after);
    }
}
