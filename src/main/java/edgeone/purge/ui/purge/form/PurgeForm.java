package edgeone.purge.ui.purge.form;

import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.zones.SplitDraft;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the form holds; zone and type belong to the session, which all screens share. The targets
 * are lines, so that a long text is never joined or split on the JavaFX thread.
 */
public final class PurgeForm {
    private final Session session;
    private final ObjectProperty<PurgeMethod> method =
            new SimpleObjectProperty<>(PurgeMethod.INVALIDATE);
    private final ReadOnlyObjectWrapper<List<String>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty tagDomains = new SimpleStringProperty("");
    private final PrefetchForm prefetch = new PrefetchForm();
    private final BooleanProperty fit = new SimpleBooleanProperty();
    private final StringProperty note = new SimpleStringProperty("");
    private @Nullable Filling filling;
    private final AroundForm around;
    private Runnable onEdit = () -> {};
    private Runnable onLines = () -> {};

    public PurgeForm(Session session) {
        this.session = session;
        around = new AroundForm(session);
        session.typeProperty().subscribe(_ -> fit.set(false));
        session.zoneProperty().subscribe(_ -> fit.set(false));
    }

    /**
     * Listens to edits of the targets.
     *
     * @param edit called when the lines are about to change
     * @param settled called when they are known again, whether they changed or not
     */
    public void listen(Runnable edit, Runnable settled) {
        onEdit = edit;
        onLines = settled;
    }

    /** The targets are being edited; {@link #setLines} will follow. */
    public void editing() {
        onEdit.run();
    }

    /** What a recipe filled in. */
    private record Filling(String recipe, PurgeType type, List<String> lines) {}

    /** Remembers the recipe that the form was filled in from, until its lines or type change. */
    public void filledFrom(String recipe, PurgeType type, List<String> filled) {
        filling = new Filling(recipe, type, List.copyOf(filled));
    }

    /** The recipe that what is to be purged is from; null if it is from none. */
    public @Nullable String recipe() {
        Filling from = filling;
        if (from == null || from.type() != session.typeProperty().get()) {
            return null;
        }
        boolean same = from.type() == PurgeType.ALL || from.lines().equals(lines.get());
        return same ? from.recipe() : null;
    }

    /** Sets the targets, one per line. */
    public void setLines(List<String> now) {
        lines.set(now);
        onLines.run();
    }

    /** Fills in everything, zone and type included. */
    public void fill(Place.Form filled) {
        session.find(filled.zoneId()).ifPresent(session.zoneProperty()::set);
        session.typeProperty().set(filled.type());
        if (filled.method() != null) {
            method.set(filled.method());
        }
        tagDomains.set(String.join(" ", filled.tagDomains()));
        prefetch.fill(filled.prefetch());
        setLines(filled.lines());
    }

    /**
     * What is to be purged, as entered now. Getting it joins the lines, so get it off the JavaFX
     * thread.
     */
    public Supplier<PurgeDraft> draft(Zone zone) {
        PurgeType type = session.typeProperty().get();
        List<String> targets = lines.get();
        PurgeMethod chosen = type.takesMethod() ? method.get() : null;
        List<String> domains = type == PurgeType.CACHE_TAG ? domains() : List.of();
        boolean fitting = fit.get();
        PrefetchOptions options = options(type);
        return () -> {
            String text = type == PurgeType.ALL ? null : String.join("\n", targets);
            PurgeDraft draft =
                    new PurgeDraft(zone, type, chosen, text, domains, true).prefetching(options);
            return fitting ? draft.fitted() : draft;
        };
    }

    /**
     * The same for whatever zones it belongs to. Getting it reads the lines, so get it off the
     * JavaFX thread.
     */
    public Supplier<SplitDraft> splitDraft() {
        PurgeType type = session.typeProperty().get();
        List<String> targets = lines.get();
        PurgeMethod chosen = type.takesMethod() ? method.get() : null;
        boolean fitting = fit.get();
        PrefetchOptions options = options(type);
        return () ->
                SplitDraft.of(
                        type,
                        chosen,
                        TargetLines.of(targets),
                        List.of(),
                        true,
                        Cleaning.NONE,
                        fitting,
                        options);
    }

    private PrefetchOptions options(PurgeType type) {
        return type.isPrefetch() ? prefetch.options() : PrefetchOptions.NONE;
    }

    /** How a prefetch fetches. */
    public PrefetchForm prefetch() {
        return prefetch;
    }

    /** The domains of a cache-tag purge, as entered now. */
    public List<String> domains() {
        return Arrays.stream(tagDomains.get().split("[\\s,;]+")).filter(d -> !d.isEmpty()).toList();
    }

    /** Whether to send what today's quota takes and keep the rest. */
    public BooleanProperty fitProperty() {
        return fit;
    }

    /** The method for types that leave the choice to the person. */
    public ObjectProperty<PurgeMethod> methodProperty() {
        return method;
    }

    /** The targets, one per line; {@link #setLines} changes them. */
    public ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** The domains of a cache-tag purge, separated by spaces, commas or semicolons. */
    public StringProperty tagDomainsProperty() {
        return tagDomains;
    }

    /** What is done before and after the purge. */
    public AroundForm around() {
        return around;
    }

    /** Why; kept with the job. */
    public StringProperty noteProperty() {
        return note;
    }
}
