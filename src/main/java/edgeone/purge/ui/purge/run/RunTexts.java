package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.origin.OriginResult;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.shell.run.OriginState;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the screen says about a run; never claims more than EdgeOne did. */
public final class RunTexts {
    private final Formats formats;

    public RunTexts(Formats formats) {
        this.formats = formats;
    }

    /**
     * A sentence.
     *
     * @param tone the label's style class; empty for none
     */
    record Headline(String text, String tone) {}

    Headline headline(Run run) {
        RunState state = run.state();
        TargetCounts counts = state.counts();
        OriginState origin = state.origin();
        if (origin != null && OriginTexts.isAsking(state) && !run.canceled()) {
            return new Headline(formats.text("window.origin.asking", origin.place()), "");
        }
        if (state.phase() == RunState.Phase.SENDING) {
            return new Headline(
                    formats.text(run.canceled() ? "window.run.canceling" : "window.run.sending"),
                    "");
        }
        if (origin != null && origin.end() == OriginResult.End.STOPPED) {
            return new Headline(formats.text("window.origin.stopped"), "");
        }
        if (state.trouble() != null && state.jobId() == null) {
            return new Headline(formats.text("window.run.nothingSent"), "danger-text");
        }
        if (state.trouble() instanceof CutRunException) {
            return new Headline(formats.text("window.run.cut", counts.pending()), "danger-text");
        }
        if (counts.unknown() > 0) {
            return new Headline(
                    formats.text("window.run.unknown", counts.unknown()), "warning-text");
        }
        QuotaWait waits = state.result() == null ? null : state.result().waits();
        if (waits != null) {
            return new Headline(
                    QuotaTexts.waits(formats, waits) + " " + formats.text("window.run.waits"),
                    "warning-text");
        }
        if (counts.pending() > 0) {
            boolean barred = state.result() != null && state.result().barred();
            return new Headline(
                    formats.text(
                            barred ? "window.run.barred" : "window.run.kept", counts.pending()),
                    "warning-text");
        }
        if (state.phase() == RunState.Phase.FOLLOWING) {
            return new Headline(formats.text("window.run.accepted"), "");
        }
        if (counts.accepted() > 0) {
            return new Headline(formats.text("window.run.stillAtWork"), "warning-text");
        }
        return finished(counts, isPrefetch(state));
    }

    private static boolean isPrefetch(RunState state) {
        RunResult result = state.result();
        return result != null && result.summary().job().type().isPrefetch();
    }

    private Headline finished(TargetCounts counts, boolean prefetch) {
        if (counts.succeeded() == counts.total()) {
            return new Headline(
                    formats.text(
                            prefetch ? "window.run.prefetched" : "window.run.succeeded",
                            counts.total()),
                    "success-text");
        }
        if (counts.notPurged() == counts.total()) {
            return new Headline(
                    formats.text(prefetch ? "window.run.noPrefetch" : "window.run.failed"),
                    "danger-text");
        }
        if (counts.notPurged() > 0) {
            return new Headline(
                    formats.text(
                            prefetch ? "window.run.partlyPrefetched" : "window.run.partlyFailed",
                            counts.notPurged(),
                            counts.total()),
                    "danger-text");
        }
        return new Headline(
                formats.text("window.run.canceled", counts.canceled(), counts.total()), "");
    }

    /** How many targets are in each state; empty states are left out. */
    String counts(TargetCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, "window.count.succeeded", counts.succeeded());
        add(parts, "window.count.accepted", counts.accepted());
        add(parts, "window.count.failed", counts.failed());
        add(parts, "window.count.rejected", counts.rejected());
        add(parts, "window.count.unknown", counts.unknown());
        add(parts, "window.count.pending", counts.pending());
        add(parts, "window.count.canceled", counts.canceled());
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(formats.text(key, count));
        }
    }

    /** What the main button says while requests are sent, or the origin is asked first. */
    public String going(RunState state) {
        return formats.text(
                OriginTexts.isAsking(state) ? "window.origin.going" : "window.go.sending");
    }

    /** How often the edge was asked; null while it is not asked. */
    @Nullable String probes(RunState state) {
        RunState.Probes probes = state.probes();
        return probes == null || probes.done() == probes.all()
                ? null
                : formats.text("window.step.of", probes.done(), probes.all());
    }

    /** How many requests have been answered, or were sent once the run is over. */
    public String requests(RunState state) {
        if (OriginTexts.isAsking(state)) {
            return "";
        }
        RunResult result = state.result();
        if (result == null) {
            return formats.text("window.run.requests", state.settledBatches(), state.batches());
        }
        long sent =
                result.batches().stream()
                        .filter(b -> b.attempts() > 0 && b.state() != BatchState.PLANNED)
                        .count();
        return formats.text("window.run.requestsSent", sent, result.batches().size());
    }

    /** How far this machine's clock is off; empty if it is right enough to sign requests with. */
    String clock(RunState state) {
        Duration offset = state.clockOffset();
        if (offset == null) {
            return "";
        }
        return formats.text(
                offset.isNegative() ? "window.run.clock-ahead" : "window.run.clock-behind",
                formats.duration(offset.abs()));
    }

    /** Why the run pauses and for how much longer; empty while it does not. */
    String pause(RunState state) {
        RunState.Pause pause = state.waiting();
        if (pause == null || state.phase() == RunState.Phase.ENDED) {
            return "";
        }
        Duration left = Duration.between(formats.now(), pause.until());
        return left.isNegative()
                ? ""
                : formats.text("window.pause." + pause.reason().name(), left.toMillis() / 1_000.0);
    }
}
