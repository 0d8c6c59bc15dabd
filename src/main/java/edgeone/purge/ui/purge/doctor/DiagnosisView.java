package edgeone.purge.ui.purge.doctor;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.Explanation;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.doctor.KeyDoctor.Diagnosis;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeMap;

/** What EdgeOne will match for a line, every rewrite, and the addresses beside it. */
final class DiagnosisView {
    private final Formats formats;
    private final Change change;
    private final VBox root = named("diagnosis", column(4));

    /** Changes a line. */
    @FunctionalInterface
    interface Change {
        void replace(int line, List<String> others);
    }

    DiagnosisView(Formats formats, Change change) {
        this.formats = formats;
        this.change = change;
    }

    Parent root() {
        return root;
    }

    void show(@Nullable Diagnosis diagnosis) {
        root.getChildren().clear();
        if (diagnosis == null) {
            add(wrapped(formats.text("doctor.nothing"), "muted"));
            return;
        }
        Explanation line = diagnosis.explanation();
        add(wrapped(formats.text("doctor.line", diagnosis.line()), "title"));
        Problem problem = line.problem();
        if (problem != null) {
            add(wrapped(formats.text("doctor.refused"), "strong", "danger-text"));
            if (problem.kind() != ProblemKind.USER_INFO) {
                add(address(line.line()));
            }
            add(wrapped(formats.text(problem.kind().messageKey(), problem.detail())));
            problem.fixes().forEach(fix -> add(fix(diagnosis.line(), fix)));
        }
        if (line.sent() != null) {
            add(wrapped(formats.text("doctor.match." + diagnosis.type().wireName()), "strong"));
            add(named("doctor-sent", address(line.sent())));
        }
        for (Remark remark : line.remarks()) {
            add(wrapped(formats.text(remark.kind().messageKey())));
            remark.fixes().forEach(fix -> add(fix(diagnosis.line(), fix)));
        }
        steps(line.steps());
        twins(diagnosis);
    }

    private void add(Node node) {
        root.getChildren().add(node);
    }

    private Label address(String text) {
        return wrapped(VisibleText.of(text), "mono", "small");
    }

    /** Each change begins where the one before ended. */
    private void steps(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        add(wrapped(formats.text("doctor.steps"), "strong"));
        add(address(steps.getFirst().before()));
        for (Step step : steps) {
            add(wrapped("→ " + VisibleText.of(step.after()), "mono", "small"));
            add(wrapped(formats.text(step.kind().messageKey()), "muted", "small"));
        }
    }

    private Hyperlink fix(int line, Fix fix) {
        String what = formats.text(fix.kind().messageKey());
        Hyperlink link = link(what + ": " + VisibleText.of(String.join(" ", fix.lines())));
        link.setId("doctor-fix-" + fix.kind().name());
        link.setOnAction(_ -> change.replace(line, fix.lines()));
        return link;
    }

    private void twins(Diagnosis diagnosis) {
        if (diagnosis.twins().isEmpty()) {
            return;
        }
        add(wrapped(formats.text("doctor.twins"), "strong"));
        String line = diagnosis.explanation().line();
        new TreeMap<>(diagnosis.twins())
                .forEach(
                        (kind, twin) -> {
                            Hyperlink link = link(formats.text("doctor.add." + kind.name()));
                            link.setId("doctor-add-" + kind.name());
                            link.setAccessibleText(link.getText() + ": " + VisibleText.of(twin));
                            link.setOnAction(
                                    _ -> change.replace(diagnosis.line(), List.of(line, twin)));
                            Label address = label(VisibleText.of(twin), "mono", "small", "muted");
                            address.setTooltip(new Tooltip(VisibleText.of(twin)));
                            add(column(0, link, address));
                        });
    }

    private static Hyperlink link(String text) {
        Hyperlink link = new Hyperlink(text);
        link.setWrapText(true);
        return link;
    }
}
