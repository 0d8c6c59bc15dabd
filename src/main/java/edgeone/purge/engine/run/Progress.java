package edgeone.purge.engine.run;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetCounts;

import java.time.Duration;

/** Receives the events of a running job. Called often, from worker threads; must return at once. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = event -> {};

    void on(Event event);

    /** Something the user may want to see. */
    sealed interface Event {
        /** The job is on disk; nothing of it can be lost from now on. */
        record Journaled(String jobId, int batches, int targets) implements Event {}

        /** A batch changed its state. */
        record BatchMoved(int n, BatchState state) implements Event {}

        /** The current target counts, and how many requests have a final answer. */
        record Counted(TargetCounts targets, int settledBatches, int batches) implements Event {}

        /**
         * The edge was asked.
         *
         * @param after whether EdgeOne is done with the purge; otherwise it is not sent yet
         * @param done how often by now
         * @param all how often in all
         */
        record Probed(boolean after, int done, int all) implements Event {}

        /** A step before or after the purge began or ended; the journal says which. */
        record StepMoved() implements Event {}

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
        /** A request failed in a way that may be temporary. */
        TROUBLE,
        /** A reply was lost; its job will be looked up again. */
        LOOKING_UP,
        /** EdgeOne is still processing. */
        PROCESSING,
        /** What the edge fetches before and after a purge must be some seconds apart. */
        SETTLING
    }
}
