package edgeone.purge.engine.resolve;

import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.UnknownBatchRepository;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * The only mapping from EdgeOne's statuses to states. An unknown status is never final: its row
 * stays in progress and shows the status.
 */
public final class Verdicts {
    /** Kinds of failure that a retry cannot fix. */
    private static final Set<String> LASTING_FAIL_TYPES = Set.of("quotaExceeded", "accessDenied");

    /** Only a prefetch has it: the origin did not answer with a success. */
    private static final String INVALID = "invalid";

    private static final String PREFETCH = PurgeType.PREFETCH.wireName();

    private Verdicts() {}

    /** What one row says. */
    public static Fate fate(PurgeTask row) {
        return switch (row.status()) {
            case "success" -> new Fate(TargetState.SUCCEEDED, null, null);
            case "processing" -> new Fate(TargetState.PROCESSING, null, null);
            case "failed" -> ended(TargetState.FAILED, row);
            case "timeout" -> ended(TargetState.TIMED_OUT, row);
            case "canceled" -> ended(TargetState.CANCELED, row);
            case INVALID ->
                    PREFETCH.equals(row.type()) ? ended(TargetState.FAILED, row) : open(row);
            default -> open(row);
        };
    }

    /** The state of a target with several rows: the least that is certain. */
    public static Fate fate(List<PurgeTask> rows) {
        List<Fate> fates = rows.stream().map(Verdicts::fate).toList();
        for (TargetState state :
                List.of(
                        TargetState.PROCESSING,
                        TargetState.FAILED,
                        TargetState.TIMED_OUT,
                        TargetState.CANCELED)) {
            for (Fate fate : fates) {
                if (fate.state() == state) {
                    return fate;
                }
            }
        }
        return fates.getFirst();
    }

    private static Fate open(PurgeTask row) {
        return new Fate(TargetState.PROCESSING, row.status(), null);
    }

    private static Fate ended(TargetState state, PurgeTask row) {
        String type = row.failType() == null || row.failType().isBlank() ? null : row.failType();
        String said =
                row.failMessage() == null || row.failMessage().isBlank() ? type : row.failMessage();
        return new Fate(
                state, said == null ? row.status() : said, type == null ? row.status() : type);
    }

    /** Whether a target that ended like this may succeed if it is submitted again now. */
    public static boolean mayPassNow(TargetState state, @Nullable String code) {
        return switch (state) {
            case FAILED, TIMED_OUT -> code == null || !LASTING_FAIL_TYPES.contains(code);
            case REJECTED ->
                    code != null
                            && (code.equals(UnknownBatchRepository.REASON_LOST)
                                    || ErrorCatalogue.mayPass(code));
            // EdgeOne cancels with a code; what the user canceled has none.
            case CANCELED -> code != null;
            case PENDING, ACCEPTED, PROCESSING, SUCCEEDED, UNKNOWN -> false;
        };
    }
}
