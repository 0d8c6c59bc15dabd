package edgeone.purge.ui.purge.doctor;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.read.History.PurgedUrls;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.Explanation;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.targets.rules.Fold;
import edgeone.purge.targets.rules.Folding;
import edgeone.purge.targets.rules.TwinKind;
import edgeone.purge.targets.rules.Twins;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Explains lines, and finds twins and directories. Knows no controls. */
public final class KeyDoctor {
    private final Session session;
    private final History history;
    private final Latest looking;
    private final Latest finding;
    private final Consumer<? super Exception> failed;
    private final ReadOnlyObjectWrapper<@Nullable Diagnosis> diagnosis =
            new ReadOnlyObjectWrapper<>();

    /**
     * @param failed receives what went wrong
     */
    public KeyDoctor(
            Session session, History history, Tasks tasks, Consumer<? super Exception> failed) {
        this.session = session;
        this.history = history;
        this.failed = failed;
        looking = tasks.latest();
        finding = tasks.latest();
    }

    /**
     * A line and what becomes of it.
     *
     * @param twins the twin of each kind, as far as there is one
     */
    public record Diagnosis(
            int line, PurgeType type, Explanation explanation, Map<TwinKind, String> twins) {
        public Diagnosis {
            twins = Map.copyOf(twins);
        }

        static Diagnosis of(int line, PurgeType type, Explanation explanation) {
            Map<TwinKind, String> twins = new EnumMap<>(TwinKind.class);
            for (TwinKind kind : TwinKind.values()) {
                String sent = String.valueOf(explanation.sent());
                List<String> ofKind =
                        type == PurgeType.PREFIX
                                ? Twins.ofDirectory(sent, Set.of(kind))
                                : Twins.ofUrl(sent, Set.of(kind));
                ofKind.stream()
                        .filter(explanation.twins()::contains)
                        .forEach(twin -> twins.put(kind, twin));
            }
            return new Diagnosis(line, type, explanation, twins);
        }
    }

    /**
     * Directories that could take the place of URLs.
     *
     * @param urls every URL of the list, as sent
     * @param chosen those to be folded
     * @param wholeJournal whether all that the journal holds of the zone was looked at
     */
    public record Folds(
            List<String> urls, List<String> chosen, List<Fold> folds, boolean wholeJournal) {
        public Folds {
            urls = List.copyOf(urls);
            chosen = List.copyOf(chosen);
            folds = List.copyOf(folds);
        }
    }

    /** Null if there is no line to look at. */
    public ReadOnlyObjectProperty<@Nullable Diagnosis> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    /** Looks at a line. */
    public void look(int line, String text) {
        PurgeType type = session.typeProperty().get();
        if (type == PurgeType.ALL || text.isBlank()) {
            looking.drop();
            diagnosis.set(null);
            return;
        }
        ZoneHosts hosts = hosts();
        looking.run(
                () -> Diagnosis.of(line, type, TargetReader.explain(type, text, hosts)),
                diagnosis::set,
                failed);
    }

    /**
     * Finds the twins of a kind of all lines, without those that are lines already.
     *
     * @param found receives them as lines
     */
    public void twins(List<String> lines, TwinKind kind, Consumer<List<String>> found) {
        PurgeType type = session.typeProperty().get();
        ZoneHosts hosts = hosts();
        finding.run(
                () -> {
                    TargetList list =
                            TargetReader.read(
                                    type,
                                    TargetLines.of(lines),
                                    hosts,
                                    new Cleaning(false, Set.of(kind)));
                    int own = list.targets().size() - list.twins();
                    return texts(list.targets().subList(own, list.targets().size()));
                },
                found,
                failed);
    }

    /**
     * Finds the directories of URLs, and what else each of them would hit.
     *
     * @param lines the whole list
     * @param chosen those of its lines to be folded
     */
    public void folds(List<String> lines, List<String> chosen, Consumer<Folds> found) {
        ZoneHosts hosts = hosts();
        var zone = session.zoneProperty().get();
        finding.run(
                () -> {
                    List<String> urls = urls(lines, hosts);
                    List<String> folded = chosen.equals(lines) ? urls : urls(chosen, hosts);
                    PurgedUrls purged =
                            zone == null
                                    ? new PurgedUrls(Set.of(), true)
                                    : history.purgedUrls(zone.zoneId());
                    return new Folds(
                            urls, folded, Folding.of(folded, urls, purged.urls()), purged.all());
                },
                found,
                failed);
    }

    private static List<String> urls(List<String> lines, ZoneHosts hosts) {
        return texts(
                TargetReader.read(PurgeType.URL, TargetLines.of(lines), hosts, Cleaning.NONE)
                        .targets());
    }

    private static List<String> texts(List<Target> targets) {
        return targets.stream().map(Target::text).toList();
    }

    private ZoneHosts hosts() {
        ZoneFacts facts = session.factsProperty().get();
        return facts == null ? new ZoneHosts.Unchecked() : facts.hosts();
    }

    Session session() {
        return session;
    }
}
