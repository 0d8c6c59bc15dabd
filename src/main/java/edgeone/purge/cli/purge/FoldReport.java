package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.read.History.PurgedUrls;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.Explanation;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.targets.rules.Fold;
import edgeone.purge.targets.rules.Folding;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The directories that could take the place of URLs.
 *
 * @param wholeJournal whether all that the journal holds of the zone was looked at
 */
record FoldReport(List<Fold> folds, boolean wholeJournal) {
    FoldReport {
        folds = List.copyOf(folds);
    }

    /**
     * @param list the lines around those explained, as written
     */
    static FoldReport of(
            List<Explanation> explained,
            List<String> list,
            ZoneHosts hosts,
            History history,
            Zone zone) {
        List<String> chosen =
                explained.stream().map(Explanation::sent).filter(Objects::nonNull).toList();
        List<String> around =
                TargetReader.read(PurgeType.URL, TargetLines.of(list), hosts, Cleaning.NONE)
                        .targets()
                        .stream()
                        .map(Target::text)
                        .toList();
        PurgedUrls purged = history.purgedUrls(zone.zoneId());
        return new FoldReport(Folding.of(chosen, around, purged.urls()), purged.all());
    }

    void into(Fields json) {
        json.put("folds", folds.stream().map(FoldReport::json).toList())
                .put("journalSearched", wholeJournal ? "all" : "newest");
    }

    private static Map<String, Object> json(Fold fold) {
        return new Fields()
                .put("directory", fold.directory())
                .put("urls", fold.urls())
                .put("others", Map.of("list", fold.alsoInList(), "journal", fold.alsoPurged()))
                .map();
    }

    void tell(Output output) {
        if (folds.isEmpty()) {
            output.text("cli.explain.no-fold");
        }
        for (Fold fold : folds) {
            output.text(
                    "cli.explain.folds",
                    fold.directory(),
                    fold.urls(),
                    fold.alsoInList(),
                    fold.alsoPurged());
        }
        if (!wholeJournal) {
            output.note("cli.explain.newest");
        }
    }
}
