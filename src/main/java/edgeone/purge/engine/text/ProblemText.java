package edgeone.purge.engine.text;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PrefetchOptions.HeaderProblem;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.rules.Fix;

/** Explains why lines and plans are refused. */
public final class ProblemText {
    private final Messages messages;

    public ProblemText(Messages messages) {
        this.messages = messages;
    }

    public String of(TargetList.Problem problem) {
        return messages.text("targets.problem." + problem.kind(), problem.detail());
    }

    public String of(TargetList.RewriteKind kind) {
        return messages.text("targets.rewrite." + kind);
    }

    public String of(TargetList.Remark remark) {
        return messages.text("targets.remark." + remark.kind());
    }

    /** The lines that replace it; empty if it is removed. */
    public static String of(Fix fix) {
        return String.join("\n", fix.lines());
    }

    public String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoTargets() -> messages.text("engine.refusal.no-targets");
            case Refusal.Problems(int count) -> messages.text("engine.refusal.problems", count);
            case Refusal.TargetsForWholeZone() ->
                    messages.text("engine.refusal.targets-for-whole-zone");
            case Refusal.MethodNotTaken() -> messages.text("engine.refusal.method-not-taken");
            case Refusal.DomainsNotTaken() -> messages.text("engine.refusal.domains-not-taken");
            case Refusal.BadDomain(String domain) ->
                    messages.text("engine.refusal.bad-domain", domain);
            case Refusal.ForeignDomain(String domain) ->
                    messages.text("engine.refusal.foreign-domain", domain);
            case Refusal.PrefetchNotInPlan() ->
                    messages.text("engine.refusal.prefetch-not-in-plan");
            case Refusal.BadHeader(int number, String name, HeaderProblem problem) ->
                    messages.text("engine.refusal.header." + problem, number, name);
            case Refusal.QuotaTooSmall(long available, long needed) ->
                    messages.text("engine.refusal.quota-too-small", available, needed);
        };
    }

    public String of(RefusedSubmitException e) {
        return messages.text("engine.refused." + e.kind(), e.arguments());
    }
}
