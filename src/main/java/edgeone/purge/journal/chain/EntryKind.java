package edgeone.purge.journal.chain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the chain records. */
public enum EntryKind {
    /** The beginning of the chain. */
    START,
    /** A job was submitted, with the digest of its targets. */
    JOB,
    /** A job of somebody else was read from EdgeOne's list, with the digest of its targets. */
    FOREIGN,
    /** A batch as it is now: about to be sent, accepted, refused, canceled. */
    BATCH,
    /** What became of the targets of a batch so far. */
    RESULTS,
    /** The last target of a job became final. */
    ENDED,
    /** The edge was asked about the targets of a job, with the digest of probes and verdicts. */
    VERIFIED,
    /** What had not been sent of a job must never be sent. */
    CANCEL,
    /** The note of a job, as it is now. */
    NOTE,
    /** Jobs of an earlier version were given their account. */
    ACCOUNT,
    /** A safety level was changed. */
    SAFETY,
    /** A job that had ended before its earlier entries were removed or before there was a chain. */
    KEPT,
    /** Old jobs and the oldest entries were removed. */
    PRUNE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntryKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
    }
}
