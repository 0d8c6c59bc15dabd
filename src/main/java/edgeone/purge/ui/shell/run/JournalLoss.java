package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.journal.file.JournalException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The journal file was replaced while this window had it open. It stays lost until the window is
 * closed.
 *
 * @param journal what is wrong
 * @param cuts the runs this interrupted, with what is known of their requests
 */
public record JournalLoss(JournalException journal, List<CutRunException> cuts) {
    public JournalLoss {
        cuts = List.copyOf(cuts);
    }

    /** The loss after {@code trouble}, which may have nothing to do with it; null if none yet. */
    static @Nullable JournalLoss after(@Nullable JournalLoss before, Exception trouble) {
        return switch (trouble) {
            case CutRunException cut when isLoss(cut.journal()) -> {
                List<CutRunException> cuts =
                        new ArrayList<>(before == null ? List.of() : before.cuts());
                cuts.add(cut);
                yield new JournalLoss(cut.journal(), cuts);
            }
            case JournalException journal when before == null && isLoss(journal) ->
                    new JournalLoss(journal, List.of());
            default -> before;
        };
    }

    private static boolean isLoss(JournalException journal) {
        return journal.kind() == JournalException.Kind.REPLACED;
    }
}
