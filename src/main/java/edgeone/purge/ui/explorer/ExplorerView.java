package edgeone.purge.ui.explorer;

import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.text.FindingText;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.ui.code.CodePane;
import edgeone.purge.ui.code.CodeSource;
import edgeone.purge.ui.explorer.form.CallForm;
import edgeone.purge.ui.explorer.saved.RequestDialogs;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A form, and beside it the body, the code, the signature and the reply. */
final class ExplorerView implements ScreenView {
    private final ExplorerViewModel model;
    private final Formats formats;
    private final Sending sending;
    private final VBox root = new VBox();
    private final ComboBox<String> action = named("explorer-action", new ComboBox<>());
    private final CheckBox required = named("explorer-required", new CheckBox());
    private final Button send = named("explorer-send", styled(new Button(), "success"));
    private final Button mock = named("explorer-mock", new Button());
    private final Button save = named("explorer-save", new Button());
    private final Button saved = named("explorer-saved", new Button());
    private final RequestDialogs requests;
    private final TextArea json = named("explorer-json", new TextArea());
    private final Label notes = named("explorer-notes", Boxes.wrapped("", "warning-text"));
    private final CallForm form;
    private final CodePane code;
    private final SignaturePane signature;
    private final ReplyPane reply;
    private final TabPane tabs = named("explorer-tabs", new TabPane());
    private final Tab signatureTab;
    private final Subscription watching;
    private boolean showing;

    ExplorerView(ExplorerViewModel model, Formats formats, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        sending = new Sending(model, formats, dialogs);
        requests = new RequestDialogs(formats, dialogs, model.shelf());
        form = new CallForm(formats, model::fill);
        code = new CodePane("explorer-code", formats, model.tasks(), model.commands());
        signature = new SignaturePane(model, formats);
        reply = new ReplyPane(formats, navigator);
        signatureTab = tab("signature", signature.root());
        Tab replyTab = tab("reply", reply.root());
        tabs.getTabs()
                .setAll(tab("json", body()), tab("code", code.root()), signatureTab, replyTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().subscribe((_, _) -> sign());
        ScrollPane scroll = new ScrollPane(form.root());
        scroll.setFitToWidth(true);
        scroll.setId("explorer-form");
        scroll.setMinWidth(260);
        SplitPane split = new SplitPane(scroll, tabs);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.setMinWidth(0);
        root.getChildren().setAll(bar(), split);
        watching =
                model.draftProperty()
                        .subscribe(this::show)
                        .and(
                                model.outcomeProperty()
                                        .subscribe(
                                                outcome -> {
                                                    reply.show(outcome);
                                                    if (outcome != null) {
                                                        tabs.getSelectionModel().select(replyTab);
                                                    }
                                                }))
                        .and(model.session().signedInProperty().subscribe((_, _) -> refresh()));
    }

    private Node bar() {
        action.getItems().setAll(ApiDescription.teo().names());
        action.setAccessibleText(formats.text("explorer.action"));
        action.valueProperty()
                .subscribe(
                        (_, chosen) -> {
                            if (!showing && chosen != null) {
                                model.choose(chosen);
                            }
                        });
        required.setText(formats.text("explorer.requiredOnly"));
        required.selectedProperty().subscribe((_, only) -> form.requiredOnly(only));
        send.setText(formats.text("explorer.send"));
        send.setOnAction(_ -> sending.send());
        mock.setText(formats.text("explorer.mock"));
        mock.setAccessibleHelp(formats.text("explorer.mock.help"));
        mock.setOnAction(_ -> sending.mock());
        mock.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.busyProperty().get()
                                                || model.draftProperty().get().fault() != null,
                                model.busyProperty(),
                                model.draftProperty()));
        send.disableProperty()
                .bind(mock.disableProperty().or(model.session().signedInProperty().isNull()));
        setUpSaved();
        Label name = label(formats.text("explorer.action"));
        name.setLabelFor(action);
        FlowPane bar =
                new FlowPane(
                        12,
                        6,
                        row(8, unsqueezed(name), unsqueezed(action)),
                        unsqueezed(required),
                        row(8, unsqueezed(send), unsqueezed(mock)),
                        row(8, unsqueezed(save), unsqueezed(saved)));
        bar.setPrefWrapLength(600);
        return bar;
    }

    private void setUpSaved() {
        save.setText(formats.text("requests.window.save"));
        save.setAccessibleHelp(formats.text("requests.window.save.help"));
        save.setOnAction(_ -> save());
        save.disableProperty().bind(model.draftProperty().map(draft -> draft.fault() != null));
        saved.setText(formats.text("requests.window.open"));
        saved.setAccessibleHelp(formats.text("requests.window.open.help"));
        saved.setOnAction(_ -> saved());
    }

    private Node body() {
        json.getStyleClass().add("mono");
        json.setAccessibleText(formats.text("explorer.tab.json"));
        json.textProperty()
                .subscribe(
                        (_, text) -> {
                            if (!showing) {
                                model.write(text);
                            }
                        });
        VBox.setVgrow(json, Priority.ALWAYS);
        return new VBox(6, json, notes);
    }

    private Tab tab(String name, Node content) {
        VBox box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.getStyleClass().add("explorer-tab");
        Tab tab = new Tab(formats.text("explorer.tab." + name), box);
        tab.setId("explorer-tab-" + name);
        return tab;
    }

    private void show(Draft draft) {
        showing = true;
        if (!draft.action().equals(action.getValue())) {
            action.setValue(draft.action());
        }
        if (!draft.text().equals(json.getText())) {
            json.setText(draft.text());
        }
        showing = false;
        if (draft.parameters() != null) {
            form.show(draft.described(), draft.parameters());
        }
        notes.setText(notes(draft));
        Boxes.toggle(notes, !notes.getText().isEmpty());
        code.show(
                new CodeSource(
                        draft.action(),
                        draft.text(),
                        CodeSource.endpoint(model.session().connection())));
        sign();
    }

    private String notes(Draft draft) {
        List<String> said = new ArrayList<>();
        JsonFaultException fault = draft.fault();
        if (fault != null) {
            said.add(
                    formats.text(
                            "explorer.fault." + fault.fault().name().toLowerCase(Locale.ROOT),
                            fault.line(),
                            fault.column()));
        }
        if (!draft.findings().isEmpty()) {
            said.add(new FindingText(formats.messages()).lines(draft.action(), draft.findings()));
        }
        return String.join("\n", said);
    }

    private void sign() {
        if (tabs.getSelectionModel().getSelectedItem().equals(signatureTab)) {
            signature.show(model.draftProperty().get());
        }
    }

    void refresh() {
        show(model.draftProperty().get());
    }

    boolean canSend() {
        return !send.isDisabled();
    }

    void send() {
        sending.send();
    }

    void mock() {
        sending.mock();
    }

    boolean canSave() {
        return !save.isDisabled();
    }

    void save() {
        Draft draft = model.draftProperty().get();
        requests.save(draft.action(), draft.text());
    }

    void saved() {
        requests.list(model::open);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        action.requestFocus();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        mock.disableProperty().unbind();
        save.disableProperty().unbind();
        send.disableProperty().unbind();
    }
}
