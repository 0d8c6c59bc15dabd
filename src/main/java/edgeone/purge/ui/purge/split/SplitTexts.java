package edgeone.purge.ui.purge.split;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.purge.plan.PlanTexts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a purge over several zones. */
final class SplitTexts {
    private final Formats formats;
    private final Words words;
    private final PlanTexts plans;

    SplitTexts(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
        plans = new PlanTexts(formats);
    }

    /** The button: {@code Purge 12 URLs in 3 zones, 4 requests, leave out 1 line}. */
    String button(SplitPlan plan, PurgeType type) {
        if (plan.plans().isEmpty()) {
            return formats.text("window.go.nothing");
        }
        Shown targets = new Shown(words.targets(type, plan.targets()));
        int zones = plan.plans().size();
        if (type.isPrefetch()) {
            return plan.refused() == 0
                    ? formats.text("window.split.prefetch", targets, zones, plan.requests())
                    : formats.text(
                            "window.split.prefetchLeaveOut",
                            targets,
                            zones,
                            plan.requests(),
                            plan.refused());
        }
        return plan.refused() == 0
                ? formats.text("window.split.go", targets, zones, plan.requests())
                : formats.text(
                        "window.split.leaveOut", targets, zones, plan.requests(), plan.refused());
    }

    /** Why nothing can be sent; empty where all zones can be purged. */
    String refusals(SplitPlan plan) {
        if (plan.plans().isEmpty()) {
            return formats.text("window.split.empty");
        }
        return plan.plans().stream()
                .filter(each -> !each.sendable())
                .map(each -> Words.zone(each.zone()) + ": " + plans.refusals(each))
                .collect(Collectors.joining("\n"));
    }

    /** What of each zone waits for quota; empty where nothing does. */
    String kept(SplitPlan plan) {
        String reset = QuotaTexts.reset(formats, QuotaDay.resetAfter(formats.now()));
        return plan.plans().stream()
                .filter(each -> each.later() > 0)
                .map(
                        each ->
                                Words.zone(each.zone())
                                        + ": "
                                        + formats.text(
                                                "window.fit.kept",
                                                each.fits(),
                                                each.later(),
                                                reset))
                .collect(Collectors.joining("\n"));
    }

    /** What was purged a short while ago in which zone, a line each; empty where nothing was. */
    String lately(List<Plan> zones, List<Lately> purged) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(zones.size(), purged.size()); i++) {
            String zone = Words.zone(zones.get(i).zone()) + ": ";
            purged.get(i).recent().ifPresent(recent -> lines.add(zone + plans.recent(recent)));
            purged.get(i).team().ifPresent(purge -> lines.add(zone + plans.team(purge)));
        }
        return String.join("\n", lines);
    }

    /** {@code 12: nowhere.test belongs to none of this account's zones.} */
    String problem(Problem problem) {
        return formats.text(
                "window.split.problem",
                problem.line(),
                problem.excerpt(),
                new Shown(formats.text(problem.kind().messageKey(), problem.detail())));
    }

    /** What will be done in one zone, as the question before it says. */
    String doing(Plan plan) {
        return plans.button(plan);
    }

    /** The zone with what tells it from others of its name. */
    String zone(Zone zone) {
        return Words.zone(zone) + " · " + words.zoneLine(zone);
    }

    String quotaAfter(Plan plan) {
        Long after = plan.quotaAfter();
        return after == null ? formats.text("window.plan.unknown") : formats.count(after);
    }
}
