package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.RewriteKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The plans of several zones, in words and as JSON. */
final class SplitText {
    private static final List<String> COLUMNS =
            List.of(
                    "column.zone",
                    "column.zone-id",
                    "column.alias",
                    "column.lines",
                    "column.targets",
                    "column.requests");

    private final SplitPlan plan;
    private final List<Lately> lately;
    private final Output output;
    private final Messages messages;

    /**
     * @param lately what was purged a short while ago of each plan, in their order
     */
    SplitText(SplitPlan plan, List<Lately> lately, Output output) {
        this.plan = plan;
        this.lately = List.copyOf(lately);
        this.output = output;
        messages = output.messages();
    }

    /** Problems, rewrites, warnings and refusals, on standard error. */
    void explain() {
        ProblemText text = new ProblemText(messages);
        for (Problem problem : plan.problems()) {
            output.note("cli.line", problem.line(), problem.excerpt(), new Shown(text.of(problem)));
        }
        for (Rewrite rewrite : plan.divided()) {
            output.note(
                    "cli.rewritten",
                    rewrite.line(),
                    rewrite.before(),
                    rewrite.after(),
                    text.of(RewriteKind.SPLIT));
        }
        for (int i = 0; i < plan.plans().size(); i++) {
            Plan each = plan.plans().get(i);
            Lately purged = lately.get(i);
            if (!each.warnings().isEmpty() || !each.sendable() || purged.isAny()) {
                output.note("cli.split.zone", each.zone().label(), each.zone().zoneId());
            }
            PlanText.explain(each, output);
            LatelyText.tell(purged, output);
        }
        refusals().forEach(output::noteLine);
    }

    /** The table of zones, and what of each waits for quota. */
    void print() {
        output.table(COLUMNS, rows());
        for (Plan each : waiting()) {
            output.text("cli.split.zone", each.zone().label(), each.zone().zoneId());
            output.text("cli.plan.later", each.fits(), each.later());
        }
    }

    /** The same, on standard error. */
    void note() {
        output.noteTable(COLUMNS, rows());
        for (Plan each : waiting()) {
            output.note("cli.split.zone", each.zone().label(), each.zone().zoneId());
            output.note("cli.plan.later", each.fits(), each.later());
        }
    }

    private List<Plan> waiting() {
        return plan.plans().stream().filter(each -> each.later() > 0).toList();
    }

    private List<List<String>> rows() {
        return plan.plans().stream()
                .map(
                        each ->
                                List.of(
                                        each.zone().label(),
                                        each.zone().zoneId(),
                                        each.zone().alias(),
                                        String.valueOf(each.list().lines()),
                                        String.valueOf(each.targets()),
                                        String.valueOf(each.batches().size())))
                .toList();
    }

    /** The plan of each zone. */
    List<Map<String, Object>> json(boolean withTwins) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (int i = 0; i < plan.plans().size(); i++) {
            Plan each = plan.plans().get(i);
            Map<String, Object> fields = zone(each.zone());
            fields.putAll(JobJson.plan(each, messages));
            if (withTwins) {
                fields.put("twins", each.list().twins());
            }
            fields.putAll(LatelyText.json(lately.get(i)));
            shown.add(fields);
        }
        return shown;
    }

    private static Map<String, Object> zone(Zone zone) {
        return new Fields()
                .put("zone", zone.zoneId())
                .put("zoneName", zone.zoneName().isEmpty() ? null : zone.zoneName())
                .put("alias", zone.alias().isEmpty() ? null : zone.alias())
                .map();
    }

    /** What was purged a short while ago: {@code recent} and {@code team}, each with its zones. */
    Map<String, Object> latelyJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        byZone(each -> each.recent().map(LatelyText::json))
                .ifPresent(recent -> members.put("recent", recent));
        byZone(each -> each.team().map(LatelyText::json))
                .ifPresent(team -> members.put("team", team));
        return members;
    }

    private Optional<List<Map<String, Object>>> byZone(
            Function<Lately, Optional<Map<String, Object>>> told) {
        List<Map<String, Object>> zones = new ArrayList<>();
        for (int i = 0; i < lately.size(); i++) {
            String zone = plan.plans().get(i).zone().zoneId();
            told.apply(lately.get(i))
                    .ifPresent(
                            members -> {
                                Map<String, Object> fields =
                                        new LinkedHashMap<>(Map.of("zone", zone));
                                fields.putAll(members);
                                zones.add(fields);
                            });
        }
        return zones.isEmpty() ? Optional.empty() : Optional.of(zones);
    }

    /** Everything that keeps the zones from being purged. */
    String allRefusals() {
        List<String> texts = new ArrayList<>(refusals());
        for (Plan each : plan.plans()) {
            if (!each.sendable()) {
                texts.add(each.zone().label() + ": " + PlanText.refusals(each, messages));
            }
        }
        return String.join(" ", texts);
    }

    /** Why none of the zones is purged, beside what is wrong with the plan of one. */
    private List<String> refusals() {
        ProblemText text = new ProblemText(messages);
        List<String> refusals = new ArrayList<>();
        if (plan.refused() > 0 && !plan.skipProblems()) {
            refusals.add(text.of(new Refusal.Problems(plan.refused())));
        }
        if (plan.plans().isEmpty() && (plan.refused() == 0 || plan.skipProblems())) {
            refusals.add(text.of(new Refusal.NoTargets()));
        }
        return refusals;
    }
}
