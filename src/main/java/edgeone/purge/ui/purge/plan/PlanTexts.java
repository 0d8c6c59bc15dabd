package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.TeamPurge;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

import java.util.List;
import java.util.stream.Collectors;

/** What the screen says about a plan. */
public final class PlanTexts {
    private static final int SIZES_SHOWN = 3;

    private final Formats formats;
    private final Words words;

    public PlanTexts(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
    }

    /** The button's text: {@code Purge 1,240 URLs in 2 requests, leave out 2 lines}. */
    public String button(Plan plan) {
        if (plan.later() > 0) {
            return later(plan);
        }
        if (plan.type() == PurgeType.ALL) {
            return formats.text("window.go.all", plan.zone().label());
        }
        String targets = words.targets(plan.type(), plan.targets());
        int requests = plan.batches().size();
        int leftOut = plan.list().refused();
        boolean prefetch = plan.type().isPrefetch();
        return leftOut == 0
                ? formats.text(
                        prefetch ? "window.go.prefetch" : "window.go.purge", targets, requests)
                : formats.text(
                        prefetch ? "window.go.prefetchLeaveOut" : "window.go.leaveOut",
                        targets,
                        requests,
                        leftOut);
    }

    private String later(Plan plan) {
        String rest = words.targets(plan.type(), plan.later());
        return plan.fits() == 0
                ? formats.text("window.go.allLater", rest)
                : formats.text(
                        plan.type().isPrefetch() ? "window.go.prefetchLater" : "window.go.later",
                        words.targets(plan.type(), plan.fits()),
                        plan.batchesNow(),
                        formats.count(plan.later()));
    }

    /** The sizes of the requests: {@code (1,000 + 240)}, {@code (12 × 5,000 + 240)}. */
    String sizes(Plan plan) {
        List<Integer> sizes =
                plan.batches().stream().limit(plan.batchesNow()).map(List::size).toList();
        if (sizes.size() < 2) {
            return "";
        }
        if (sizes.size() <= SIZES_SHOWN) {
            return sizes.stream().map(formats::count).collect(Collectors.joining(" + ", "(", ")"));
        }
        boolean even = sizes.getLast().equals(sizes.getFirst());
        String full =
                formats.count(even ? sizes.size() : sizes.size() - 1)
                        + " × "
                        + formats.count(sizes.getFirst());
        return even ? "(" + full + ")" : "(" + full + " + " + formats.count(sizes.getLast()) + ")";
    }

    /** Why a plan cannot be submitted. */
    public String refusals(Plan plan) {
        return plan.refusals().stream()
                .map(refusal -> refusal(refusal, plan))
                .collect(Collectors.joining(" "));
    }

    private String refusal(Plan.Refusal refusal, Plan plan) {
        return switch (refusal) {
            case Plan.Refusal.NoTargets _ ->
                    plan.list().lines() == 0
                            ? formats.text("window.refusal.empty." + plan.type().wireName())
                            : formats.text("window.refusal.allBad");
            case Plan.Refusal.Problems problems ->
                    formats.text("window.refusal.problems", problems.count());
            case Plan.Refusal.TargetsForWholeZone _ ->
                    formats.text("window.refusal.targetsForWholeZone");
            case Plan.Refusal.MethodNotTaken _ -> formats.text("window.refusal.methodNotTaken");
            case Plan.Refusal.DomainsNotTaken _ -> formats.text("window.refusal.domainsNotTaken");
            case Plan.Refusal.BadDomain bad ->
                    formats.text("window.refusal.badDomain", bad.domain());
            case Plan.Refusal.ForeignDomain foreign ->
                    formats.text("window.refusal.foreignDomain", foreign.domain());
            case Plan.Refusal.PrefetchNotInPlan _ ->
                    formats.text("window.refusal.noPrefetch", plan.zone().label());
            case Plan.Refusal.BadHeader bad ->
                    formats.text(
                            "window.refusal.header." + bad.problem(), bad.number(), bad.name());
            case Plan.Refusal.QuotaTooSmall quota ->
                    formats.text("window.refusal.quota", quota.available(), quota.needed());
        };
    }

    /** What a colleague purges or purged in the zone. */
    public String team(TeamPurge purge) {
        return formats.text(purge.messageKey(), purge.arguments());
    }

    /** What of the plan was purged a short while ago. */
    public String recent(RecentPurge recent) {
        return formats.text(recent.messageKey(), recent.targets(), recent.minutesAgo());
    }

    String warning(Plan.Warning warning, Plan plan) {
        return formats.text("window.warning." + warning.name(), plan.zone().label());
    }
}
