package edgeone.purge.model.rescue;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a rescue.
 *
 * @param file a journal with all that was saved
 * @param jobs saved ones
 * @param targets saved ones
 */
public record RescueReport(Path file, int jobs, long targets, List<Lost> lost) {
    public RescueReport {
        lost = List.copyOf(lost);
    }
}
