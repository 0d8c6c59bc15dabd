package edgeone.purge.ui.purge.doctor;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.rules.Folding;
import edgeone.purge.targets.rules.TwinKind;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.doctor.KeyDoctor.Diagnosis;
import edgeone.purge.ui.purge.doctor.KeyDoctor.Folds;
import edgeone.purge.ui.purge.editor.TargetEditor;

import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The card about the caret's line; closed until somebody asks. */
public final class DoctorCard {
    private final Formats formats;
    private final Dialogs dialogs;
    private final KeyDoctor doctor;
    private final TargetEditor editor;
    private final DiagnosisView details;
    private final Hyperlink toggle = named("doctor-toggle", new Hyperlink());
    private final FlowPane all = named("doctor-all", new FlowPane(10, 2));
    private final Label told = named("doctor-told", wrapped("", "muted"));
    private final VBox open;
    private final FoldedBar folded;
    private final VBox root;
    private final Subscription watching;
    private boolean isOpen;

    public DoctorCard(Formats formats, Dialogs dialogs, KeyDoctor doctor, TargetEditor editor) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.doctor = doctor;
        this.editor = editor;
        details = new DiagnosisView(formats, this::replace);
        folded = new FoldedBar(formats, this::takeUrls);
        toggle.setOnAction(_ -> open(!isOpen));
        open = named("doctor", column(8, details.root(), all, told));
        root = styled(sparse(new VBox(toggle, folded.root(), open)), "card");
        watching =
                doctor.diagnosisProperty()
                        .subscribe(this::show)
                        .and(doctor.session().typeProperty().subscribe(this::offer))
                        .and(doctor.session().factsProperty().subscribe(_ -> look()));
        open(false);
    }

    public Parent root() {
        return root;
    }

    public void lock(boolean locked) {
        root.setDisable(locked);
    }

    public void close() {
        watching.unsubscribe();
    }

    /** The caret is on another line, or the lines have changed. */
    public void look() {
        if (isOpen) {
            doctor.look(editor.caretLine(), editor.caretText());
        }
    }

    private void open(boolean now) {
        isOpen = now;
        toggle(open, now);
        toggle.setText(formats.text(now ? "doctor.close" : "doctor.open"));
        look();
    }

    private void show(@Nullable Diagnosis diagnosis) {
        details.show(diagnosis);
        tell("");
    }

    private void offer(PurgeType type) {
        toggle(root, type != PurgeType.ALL);
        all.getChildren().clear();
        if (type == PurgeType.URL || type == PurgeType.PREFIX) {
            all.getChildren().add(label(formats.text("doctor.all"), "strong"));
        }
        for (TwinKind kind : TwinKind.values()) {
            if (type == PurgeType.URL || (type == PurgeType.PREFIX && kind == TwinKind.SCHEME)) {
                offer("doctor.all." + kind.name(), "doctor-all-" + kind.name(), () -> twins(kind));
            }
        }
        if (type == PurgeType.URL) {
            offer("doctor.fold", "doctor-fold", this::fold);
        }
        toggle(all, !all.getChildren().isEmpty());
        look();
    }

    private void offer(String key, String id, Runnable action) {
        Hyperlink link = named(id, new Hyperlink(formats.text(key)));
        link.setOnAction(_ -> action.run());
        all.getChildren().add(link);
    }

    private void replace(int line, List<String> others) {
        editor.replace(Map.of(line, others));
        editor.jump(line);
    }

    private void twins(TwinKind kind) {
        doctor.twins(
                editor.lines(),
                kind,
                twins -> {
                    if (!twins.isEmpty()) {
                        editor.append(twins);
                    }
                    tell(formats.text("doctor.added", twins.size()));
                });
    }

    private void fold() {
        doctor.folds(editor.lines(), editor.selectedLines(), this::ask);
    }

    private void ask(Folds folds) {
        if (folds.folds().isEmpty()) {
            tell(formats.text("doctor.no-fold"));
        } else {
            new FoldDialog(formats, dialogs, folds).ask(chosen -> fold(folds, chosen));
        }
    }

    private void fold(Folds folds, List<String> chosen) {
        List<String> before = editor.lines();
        List<String> directories = Folding.widest(chosen);
        List<String> rest = Folding.rest(folds.urls(), directories);
        doctor.session().typeProperty().set(PurgeType.PREFIX);
        editor.keepOnly(directories);
        folded.show(before, rest, folds.urls().size() - rest.size(), directories.size());
    }

    private void takeUrls(List<String> urls) {
        doctor.session().typeProperty().set(PurgeType.URL);
        editor.keepOnly(urls);
    }

    private void tell(String text) {
        told.setText(text);
        toggle(told, !text.isEmpty());
    }
}
