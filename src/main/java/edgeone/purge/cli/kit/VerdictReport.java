package edgeone.purge.cli.kit;

import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.text.VerdictText;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the probes of a job proved, if it is to be verified. */
final class VerdictReport {
    private static final int SHOWN = 50;

    private final Workplace workplace;
    private final String jobId;
    private final Optional<Verification> verification;

    VerdictReport(Workplace workplace, String jobId) {
        this.workplace = workplace;
        this.jobId = jobId;
        verification = workplace.history().verification(jobId);
    }

    /** How many targets have each verdict; null if there are none yet. */
    @Nullable Map<String, Object> json() {
        if (!isDone()) {
            return null;
        }
        Fields fields = new Fields();
        for (Kind kind : Kind.values()) {
            fields.put(kind.label(), verification.orElseThrow().count(kind));
        }
        return fields.map();
    }

    private boolean isDone() {
        return verification.map(v -> v.afterAt() != null).orElse(false);
    }

    /** Writes the counts, and which targets are stale. */
    void print(Output output) {
        if (!isDone()) {
            return;
        }
        StringBuilder counts = new StringBuilder();
        for (Kind kind : Kind.values()) {
            int count = verification.orElseThrow().count(kind);
            if (count > 0) {
                counts.append(counts.isEmpty() ? "" : ", ");
                counts.append(output.messages().text("probe.count", kind.label(), count));
            }
        }
        output.text("probe.verdicts", counts.isEmpty() ? "-" : counts.toString());
        if (verification.orElseThrow().count(Kind.STALE) > 0) {
            stale(output, new VerdictText(output.messages()));
        }
    }

    private void stale(Output output, VerdictText text) {
        workplace.history().verified(jobId, 1, Integer.MAX_VALUE).entrySet().stream()
                .filter(each -> isStale(each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .limit(SHOWN)
                .forEach(each -> stale(output, text, each.getKey(), each.getValue().verdict()));
    }

    private void stale(Output output, VerdictText text, int position, @Nullable Verdict verdict) {
        for (TargetRow row : workplace.history().targets(jobId, List.of(), position - 1, 1)) {
            String why = verdict == null ? "" : text.of(verdict);
            output.line("  " + VisibleText.of(row.target()) + "  " + why);
        }
    }

    private static boolean isStale(@Nullable VerifiedTarget target) {
        return target != null && target.verdict() != null && target.verdict().kind() == Kind.STALE;
    }

    /** The exit code of a job that would end with {@code exit} without being verified. */
    int exit(int exit) {
        if (verification.isEmpty()) {
            return exit;
        }
        if (!isDone()) {
            return ExitCodes.weightier(exit, ExitCodes.NOT_FINAL);
        }
        return verification.get().count(Kind.STALE) > 0
                ? ExitCodes.weightier(exit, ExitCodes.SOME_FAILED)
                : exit;
    }

    /** Says what to do if the verification is not finished. */
    void advise(Output output) {
        if (verification.isPresent() && !isDone()) {
            output.note("probe.unfinished", jobId);
        }
    }
}
