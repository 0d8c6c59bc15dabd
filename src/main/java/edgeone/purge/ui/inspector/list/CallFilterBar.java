package edgeone.purge.ui.inspector.list;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.table.ColumnsMenu;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Which calls to list. */
public final class CallFilterBar {
    /** Stands for all actions. */
    private static final String EVERY = "";

    private final CallListModel model;
    private final Formats formats;
    private final FlowPane root = new FlowPane(8, 8);
    private final TextField text = Boxes.named("calls-text", new TextField());
    private final ComboBox<String> action = Boxes.named("calls-action", new ComboBox<>());
    private final ToggleButton failed;
    private final ToggleButton noReads;
    private final Button job = Boxes.named("calls-job", new Button());
    private final Subscription watching;
    private boolean showing;

    /**
     * @param onRefresh what F5 does
     * @param onLookUp looks up an error or a RequestId
     */
    public CallFilterBar(
            CallListModel model,
            CallTable table,
            Formats formats,
            Runnable onRefresh,
            Runnable onLookUp) {
        this.model = model;
        this.formats = formats;
        failed = chip("calls-failed", "inspector.failed");
        noReads = chip("calls-no-reads", "inspector.noReads");
        text.setPromptText(formats.text("inspector.filter"));
        text.setAccessibleText(formats.text("inspector.filter"));
        text.setPrefWidth(230);
        setUpAction();
        job.setGraphic(new FontIcon("fth-x"));
        job.setMnemonicParsing(false);
        job.setTooltip(new Tooltip(formats.text("inspector.job.clear")));
        job.setOnAction(_ -> change(f -> f.withJob(null)));
        text.textProperty().subscribe((_, wanted) -> change(f -> f.withText(wanted)));
        failed.selectedProperty().subscribe((_, on) -> change(f -> f.withFailed(on)));
        noReads.selectedProperty().subscribe((_, on) -> change(f -> f.withNoReads(on)));
        MenuButton columns = Boxes.unsqueezed(new MenuButton(formats.text("window.columns")));
        columns.setId("calls-columns");
        ColumnsMenu.on(columns, table.remembered(), formats.messages());
        Button lookUp = Boxes.unsqueezed(new Button(null, new FontIcon("fth-help-circle")));
        lookUp.setId("calls-lookup");
        lookUp.setAccessibleText(formats.text("inspector.lookup.title"));
        lookUp.setTooltip(new Tooltip(formats.text("inspector.lookup.tip")));
        lookUp.setOnAction(_ -> onLookUp.run());
        root.getChildren()
                .setAll(text, action, failed, noReads, job, columns, lookUp, refresh(onRefresh));
        watching =
                model.filterProperty()
                        .subscribe(this::show)
                        .and(model.actionsProperty().subscribe(this::showActions));
    }

    private ToggleButton chip(String id, String key) {
        ToggleButton chip = Boxes.unsqueezed(new ToggleButton(formats.text(key)));
        chip.getStyleClass().setAll("chip");
        chip.setId(id);
        return chip;
    }

    private Button refresh(Runnable onRefresh) {
        Button refresh = Boxes.unsqueezed(new Button(null, new FontIcon("fth-refresh-cw")));
        refresh.setAccessibleText(formats.text("inspector.refresh"));
        refresh.setTooltip(new Tooltip(formats.text("inspector.refresh")));
        refresh.setOnAction(_ -> onRefresh.run());
        return refresh;
    }

    private void setUpAction() {
        action.setPrefWidth(190);
        action.setAccessibleText(formats.text("inspector.action"));
        action.getItems().setAll(EVERY);
        action.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String name) {
                        return name == null || name.isEmpty()
                                ? formats.text("inspector.everyAction")
                                : VisibleText.of(name);
                    }

                    @Override
                    public String fromString(String shown) {
                        return shown;
                    }
                });
        action.valueProperty()
                .subscribe(
                        (_, wanted) ->
                                change(
                                        f ->
                                                f.withAction(
                                                        wanted == null || wanted.isEmpty()
                                                                ? null
                                                                : wanted)));
    }

    private void change(UnaryOperator<CallFilter> change) {
        if (!showing) {
            model.filterProperty().set(change.apply(model.filterProperty().get()));
        }
    }

    private void show(CallFilter filter) {
        showing = true;
        try {
            if (!text.getText().equals(filter.text())) {
                text.setText(filter.text());
            }
            action.setValue(Objects.requireNonNullElse(filter.action(), EVERY));
            failed.setSelected(filter.failed());
            noReads.setSelected(filter.noReads());
            String of = filter.job();
            Boxes.toggle(job, of != null);
            job.setText(of == null ? "" : formats.text("inspector.job", of));
            job.setAccessibleText(
                    of == null ? "" : job.getText() + ", " + formats.text("inspector.job.clear"));
        } finally {
            showing = false;
        }
    }

    private void showActions(List<String> actions) {
        showing = true;
        try {
            List<String> all = new ArrayList<>(List.of(EVERY));
            all.addAll(actions);
            String wanted = model.filterProperty().get().action();
            if (wanted != null && !all.contains(wanted)) {
                all.add(wanted);
            }
            if (!action.getItems().equals(all)) {
                action.getItems().setAll(all);
                action.setValue(Objects.requireNonNullElse(wanted, EVERY));
            }
        } finally {
            showing = false;
        }
    }

    public Parent root() {
        return root;
    }

    /** Goes to the text that is looked for. */
    public void focusText() {
        text.requestFocus();
        text.selectAll();
    }

    /** Lists only what failed, or all again. */
    public void toggleFailed() {
        failed.fire();
    }

    /** Lists only what changes something, or all again. */
    public void toggleReads() {
        noReads.fire();
    }

    public void close() {
        watching.unsubscribe();
    }
}
