package edgeone.purge.engine.run;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetCounts;

import java.time.Duration;

/** Hears what happens while a job runs. Called from worker threads, often; must return at once. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = event -> {};

    void on(Event event);

    /** Something an admin may want to see. */
    sealed interface Event {
        /** The job is on disk; from here on nothing of it can be lost. */
        record Journaled(String jobId, int batches, int targets) implements Event {}

        /** A batch changed its state. */
        record BatchMoved(int n, BatchState state) implements Event {}

        /** Where the targets stand now, and how many requests have been answered for good. */
        record Counted(TargetCounts targets, int settledBatches, int batches) implements Event {}

        /** Work pauses, and why. */
        record Waiting(Duration pause, Reason reason) implements Event {}

        /**
         * Requests are signed with EdgeOne's clock because this machine's is off by {@code offset}.
         */
        record ClockCorrected(Duration offset) implements Event {}
    }

    /** Why work pauses. */
    enum Reason {
        /** EdgeOne asked to slow down. */
        THROTTLED,
        /** A request failed in a way that may pass. */
        TROUBLE,
        /** A reply was lost; EdgeOne is asked again later whether it has the job. */
        LOOKING_UP,
        /** EdgeOne is still at work. */
        PROCESSING
    }
}
