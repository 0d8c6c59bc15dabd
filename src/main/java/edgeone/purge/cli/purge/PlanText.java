package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.messages.Messages;

import java.time.Instant;
import java.time.ZoneId;

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
