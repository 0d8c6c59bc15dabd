package edgeone.purge.ui.inspector;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.call.Call;
import edgeone.purge.ui.code.CodePane;
import edgeone.purge.ui.code.CodeSource;
import edgeone.purge.ui.inspector.body.BodyPane;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** One call: what it was, what was sent and what came back. */
final class CallPane {
    private final InspectorViewModel model;
    private final Formats formats;
    private final Navigator navigator;
    private final StackPane root = new StackPane();
    private final VBox nothing = Boxes.styled(new VBox(8), "empty");
    private final Label headline = Boxes.wrapped("", "title");
    private final Label code = Boxes.label("", "danger-text", "mono");
    private final CopyField requestId = new CopyField();
    private final HBox requestIdRow;
    private final Button openJob;
    private final ToggleButton asCode;
    private final Button explore;
    private final Button explain;
    private final CodePane codePane;
    private final BodyPane request;
    private final BodyPane reply;
    private final VBox content;
    private final Subscription watching;

    /**
     * @param lookUp explains an error code
     */
    CallPane(
            InspectorViewModel model,
            Formats formats,
            Navigator navigator,
            Consumer<String> lookUp) {
        this.model = model;
        this.formats = formats;
        this.navigator = navigator;
        request = new BodyPane("request", formats);
        reply = new BodyPane("reply", formats);
        headline.setId("call-headline");
        code.setId("call-code");
        requestId.setAccessibleText(formats.text("inspector.column.id"));
        requestId.setPrefColumnCount(26);
        requestIdRow =
                Boxes.row(
                        6,
                        Boxes.unsqueezed(Boxes.label(formats.text("inspector.column.id"), "muted")),
                        requestId,
                        Boxes.unsqueezed(Copying.link(formats.messages(), requestId::getText)));
        openJob = Boxes.unsqueezed(new Button(formats.text("inspector.openJob")));
        openJob.setId("call-job");
        openJob.setOnAction(_ -> openJob());
        asCode = Boxes.unsqueezed(new ToggleButton(formats.text("inspector.asCode")));
        asCode.setId("call-as-code");
        explore = Boxes.unsqueezed(new Button(formats.text("inspector.explore")));
        explore.setId("call-explore");
        explore.setOnAction(_ -> explore());
        explain = Boxes.unsqueezed(new Button(formats.text("inspector.explain")));
        explain.setId("call-explain");
        explain.setOnAction(_ -> lookUp.accept(failedWith()));
        FlowPane facts =
                new FlowPane(
                        12, 4, headline, code, explain, requestIdRow, openJob, asCode, explore);
        facts.setRowValignment(VPos.CENTER);
        HBox bodies = new HBox(16, request.root(), reply.root());
        VBox.setVgrow(bodies, Priority.ALWAYS);
        codePane = new CodePane("call-code-text", formats, model.tasks(), model.commands());
        VBox.setVgrow(codePane.root(), Priority.ALWAYS);
        content = new VBox(8, facts, bodies, codePane.root());
        asCode.selectedProperty()
                .subscribe(
                        chosen -> {
                            Boxes.toggle(bodies, !chosen);
                            Boxes.toggle(codePane.root(), chosen);
                            showCode();
                        });
        root.getStyleClass().add("card");
        root.setMinHeight(180);
        root.getChildren().setAll(nothing, content);
        watching =
                model.shownProperty()
                        .subscribe(_ -> show())
                        .and(model.troubleProperty().subscribe(_ -> show()));
    }

    Parent root() {
        return root;
    }

    void close() {
        watching.unsubscribe();
    }

    /** The code of the call that is shown; empty if there is none. */
    private String failedWith() {
        InspectorViewModel.Shown shown = model.shownProperty().get();
        String failed = shown == null ? null : shown.call().code();
        return failed == null ? "" : failed;
    }

    /** Whether the call that is shown was made for a job. */
    boolean hasJob() {
        InspectorViewModel.Shown shown = model.shownProperty().get();
        return shown != null && shown.call().job() != null;
    }

    void openJob() {
        InspectorViewModel.Shown shown = model.shownProperty().get();
        if (shown != null && shown.call().job() != null) {
            navigator.open(new Place.History(shown.call().job()));
        }
    }

    /** Whether the call that is shown can be made again by hand, and written as code. */
    boolean hasSource() {
        return model.source() != null;
    }

    void toggleCode() {
        asCode.fire();
    }

    /** Opens the call where it can be changed and sent. */
    void explore() {
        CodeSource source = model.source();
        if (source != null) {
            navigator.open(new Place.Explorer(source.action(), source.body()));
        }
    }

    private void showCode() {
        if (asCode.isSelected()) {
            codePane.show(model.source());
        }
    }

    private void show() {
        InspectorViewModel.Shown shown = model.shownProperty().get();
        Boxes.toggle(content, shown != null);
        Boxes.toggle(nothing, shown == null);
        if (shown == null) {
            Exception trouble = model.troubleProperty().get();
            nothing.getChildren()
                    .setAll(
                            trouble == null
                                    ? Boxes.wrapped(formats.text("inspector.choose"), "muted")
                                    : new ErrorPane(formats.messages(), formats.trouble(trouble)));
            return;
        }
        Call call = shown.call();
        headline.setText(
                formats.text(
                        "inspector.headline",
                        VisibleText.of(call.action()),
                        formats.count(call.attempt()),
                        call.http() == null
                                ? formats.text("inspector.noHttp")
                                : formats.text("inspector.http", String.valueOf(call.http()))));
        code.setText(call.code() == null ? "" : VisibleText.of(call.code()));
        Boxes.toggle(code, call.code() != null);
        Boxes.toggle(explain, call.code() != null);
        showRequestId(call.requestId());
        Boxes.toggle(openJob, call.job() != null);
        explore.setDisable(!hasSource());
        showCode();
        request.show(shown.request());
        reply.show(shown.reply());
    }

    private void showRequestId(@Nullable String id) {
        Boxes.toggle(requestIdRow, id != null);
        requestId.show(id == null ? "" : id);
    }
}
