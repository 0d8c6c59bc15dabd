package edgeone.purge.ui.settings;

import edgeone.purge.settings.Network;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.settings.NetworkEntry.Way;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/** The fields of the network settings. */
final class NetworkPane extends VBox {
    private final Formats formats;
    private final SettingsViewModel model;
    private final FileAsk files;
    private final ComboBox<Way> way = new ComboBox<>();
    private final TextField host = new TextField();
    private final TextField port = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final CheckBox thisRun = new CheckBox();
    private final Button forget = new Button();
    private final TextField noProxy = new TextField();
    private final TextField caFile = new TextField();
    private final TextField connect = new TextField();
    private final TextField read = new TextField();
    private final TextField write = new TextField();
    private final TextField call = new TextField();
    private final Button save = new Button();

    NetworkPane(Formats formats, SettingsViewModel model, FileAsk files) {
        super(8);
        this.formats = formats;
        this.model = model;
        this.files = files;
        Fields fields = new Fields(formats, SettingsView.NAMES_WIDTH);
        Fields.offer(way, List.of(Way.values()), w -> formats.text("settings.way." + w.name()));
        fields.add("settings-way", "settings.proxy", way);
        List<Fields.Row> own =
                List.of(
                        fields.add("settings-host", "settings.host", host),
                        fields.add("settings-port", "settings.port", port),
                        fields.add("settings-user", "settings.user", user),
                        fields.add("settings.password", withForget()));
        fields.add("settings-no-proxy", "settings.no-proxy", noProxy);
        fields.remark("settings.no-proxy-what");
        fields.add("settings.ca-file", withChooser());
        fields.remark("settings.ca-file-what");
        fields.add("settings-connect", "settings.connect", connect);
        fields.add("settings-read", "settings.read", read);
        fields.add("settings-write", "settings.write", write);
        fields.add("settings-call", "settings.call", call);
        way.valueProperty().subscribe(w -> own.forEach(row -> row.show(w != null && w.isOwn())));
        way.valueProperty().subscribe(w -> noProxy.setDisable(w == Way.DIRECT));
        user.textProperty()
                .subscribe(
                        u -> {
                            password.setDisable(u.isBlank());
                            thisRun.setDisable(u.isBlank());
                            forget.setDisable(u.isBlank());
                        });
        for (TextField number : List.of(port, connect, read, write, call)) {
            number.setMaxWidth(110);
        }
        save.setText(formats.text("settings.save"));
        save.setId("settings-save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(_ -> save());
        for (TextField field :
                List.of(host, port, user, password, noProxy, caFile, connect, read, write, call)) {
            field.setOnAction(_ -> save.fire());
        }
        getChildren().addAll(fields, save);
    }

    private VBox withForget() {
        password.setId("settings-password");
        password.setAccessibleText(formats.text("settings.password"));
        password.setPromptText(formats.text("settings.password-prompt"));
        forget.setId("settings-password-remove");
        forget.setText(formats.text("settings.password-remove"));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(_ -> model.removePassword());
        HBox.setHgrow(password, Priority.ALWAYS);
        thisRun.setId("settings-password-this-run");
        thisRun.setText(formats.text("settings.password-this-run"));
        return new VBox(6, new HBox(8, password, forget), thisRun);
    }

    private HBox withChooser() {
        caFile.setId("settings-ca-file");
        caFile.setAccessibleText(formats.text("settings.ca-file"));
        caFile.setPromptText(formats.text("settings.ca-file-none"));
        Button choose = new Button(formats.text("settings.choose"));
        choose.setId("settings-ca-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> choose());
        HBox.setHgrow(caFile, Priority.ALWAYS);
        return new HBox(8, caFile, choose);
    }

    private void choose() {
        files.open(getScene().getWindow(), formats.text("settings.ca-file"), List.of())
                .ifPresent(file -> caFile.setText(file.toString()));
    }

    void show(Network network) {
        NetworkEntry entry = NetworkEntry.of(network);
        way.setValue(entry.way());
        host.setText(entry.host());
        port.setText(entry.port());
        user.setText(entry.user());
        noProxy.setText(entry.noProxy());
        caFile.setText(entry.caFile());
        connect.setText(entry.connect());
        read.setText(entry.read());
        write.setText(entry.write());
        call.setText(entry.call());
        password.clear();
    }

    private void save() {
        model.saveNetwork(
                new NetworkEntry(
                        way.getValue(),
                        host.getText(),
                        port.getText(),
                        user.getText(),
                        noProxy.getText(),
                        caFile.getText(),
                        connect.getText(),
                        read.getText(),
                        write.getText(),
                        call.getText()),
                Fields.characters(password),
                thisRun.isSelected());
    }

    /** Marks invalid fields and focuses the first. */
    void mark(List<NetworkEntry.Problem> problems) {
        Map<NetworkEntry.Problem, TextField> fields =
                Map.of(
                        NetworkEntry.Problem.HOST, host,
                        NetworkEntry.Problem.PORT, port,
                        NetworkEntry.Problem.CONNECT, connect,
                        NetworkEntry.Problem.READ, read,
                        NetworkEntry.Problem.WRITE, write,
                        NetworkEntry.Problem.CALL, call);
        fields.forEach((problem, field) -> Fields.mark(field, problems.contains(problem)));
        problems.stream().findFirst().map(fields::get).ifPresent(TextField::requestFocus);
    }

    /** Forgets a password that was typed and not saved. */
    void close() {
        password.clear();
    }
}
