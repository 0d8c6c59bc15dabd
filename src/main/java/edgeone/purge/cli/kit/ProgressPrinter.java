package edgeone.purge.cli.kit;

import edgeone.purge.engine.run.Progress;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.TargetCounts;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;

/** Progress on standard error: a bar on a terminal, plain lines otherwise. */
public final class ProgressPrinter implements Progress {
    private static final int WIDTH = 30;
    private static final Duration WORTH_A_LINE = Duration.ofMillis(300);

    private final PrintStream err;
    private final Messages messages;
    private final boolean terminal;
    private @Nullable String last;

    public ProgressPrinter(Output output, boolean terminal) {
        this.err = output.err();
        this.messages = output.messages();
        this.terminal = terminal;
    }

    @Override
    public synchronized void on(Event event) {
        switch (event) {
            case Event.Journaled(String jobId, int batches, int targets) ->
                    line(messages.text("cli.progress.journaled", jobId, targets, batches));
            case Event.BatchMoved _, Event.StepMoved _ -> {}
            case Event.Counted(TargetCounts targets, int settled, int batches) ->
                    counted(targets, settled, batches);
            case Event.Probed(boolean after, int done, int all) -> probed(after, done, all);
            case Event.Waiting(Duration pause, Reason reason) -> waiting(pause, reason);
            case Event.ClockCorrected(Duration offset) -> line(ClockText.of(messages, offset));
        }
    }

    /** Ends the bar's line. */
    public synchronized void end() {
        if (terminal && last != null) {
            err.println();
            last = null;
        }
    }

    private void counted(TargetCounts targets, int settled, int batches) {
        if (terminal) {
            int filled = targets.total() == 0 ? 0 : WIDTH * targets.settled() / targets.total();
            String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
            // Besides line breaks, the only control character ever written.
            err.write('\r');
            err.print(
                    "["
                            + bar
                            + "] "
                            + messages.text(
                                    "cli.progress.bar",
                                    targets.settled(),
                                    targets.total(),
                                    settled,
                                    batches)
                            + "   ");
            err.flush();
            last = bar;
        } else {
            line(
                    messages.text(
                            "cli.progress.counted",
                            settled,
                            batches,
                            targets.accepted(),
                            targets.succeeded(),
                            targets.notPurged()));
        }
    }

    /** On a terminal at every question; otherwise once at the end. */
    private void probed(boolean after, int done, int all) {
        String key = after ? "cli.progress.probed.after" : "cli.progress.probed.before";
        if (terminal && done < all) {
            err.write('\r');
            err.print(messages.text(key, done, all) + "   ");
            err.flush();
            last = key;
        } else if (done == all) {
            line(messages.text(key, done, all));
        }
    }

    private void waiting(Duration pause, Reason reason) {
        if (reason != Reason.PROCESSING && pause.compareTo(WORTH_A_LINE) >= 0) {
            line(messages.text("engine.waiting." + reason, pause.toMillis() / 1_000.0));
        }
    }

    private void line(String text) {
        end();
        if (!text.equals(last)) {
            err.println(text);
            last = terminal ? null : text;
        }
    }
}
