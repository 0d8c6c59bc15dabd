package edgeone.purge.ui.settings;

import edgeone.purge.messages.Language;
import edgeone.purge.settings.Settings;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.settings.Said.Part;
import edgeone.purge.ui.shell.screen.Appearance;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings in cards, one below the other. */
final class SettingsView implements ScreenView {
    /** Width of the labels, in pixels. */
    static final double NAMES_WIDTH = 150;

    /** In seconds; the settings file takes any from 3 to 60. */
    private static final List<Integer> COUNTDOWNS = List.of(0, 3, 5, 10, 20, 30, 60);

    private final SettingsViewModel model;
    private final Appearance appearance;
    private final FileAsk files;
    private final Formats formats;
    private final Parent root;
    private final NetworkPane network;
    private final NotePane note;
    private final Map<Part, VBox> slots = new EnumMap<>(Part.class);
    private final List<Subscription> watching = new ArrayList<>();
    private final ComboBox<Language> language = new ComboBox<>();
    private final ComboBox<Theme> theme = new ComboBox<>();
    private final CheckBox softwareRendering = new CheckBox();
    private final TextField settle = new TextField();
    private final ComboBox<Integer> countdown = new ComboBox<>();
    private final CheckBox targets = new CheckBox();

    @FXML private VBox look;
    @FXML private VBox purging;
    @FXML private VBox way;
    @FXML private VBox audit;
    @FXML private VBox support;
    @FXML private VBox about;

    SettingsView(SettingsViewModel model, Appearance appearance, Formats formats, FileAsk files) {
        this.model = model;
        this.appearance = appearance;
        this.files = files;
        this.formats = formats;
        root = Fxml.load(this, formats.messages());
        network = new NetworkPane(formats, model, files);
        note = new NotePane(formats, model);
        fillLook();
        fillPurging();
        way.getChildren().addAll(network, slot(Part.NETWORK));
        audit.getChildren().addAll(new AuditPane(formats, model), slot(Part.AUDIT));
        fillSupport();
        about.getChildren().add(new AboutPane(formats, model.about()));
        watching.add(model.settingsProperty().subscribe(this::show));
        watching.add(model.saidProperty().subscribe(this::say));
        watching.add(
                appearance
                        .settingsProperty()
                        .subscribe(
                                s -> {
                                    theme.setValue(s.theme());
                                    language.setValue(s.language());
                                }));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        watching.forEach(Subscription::unsubscribe);
        network.close();
    }

    @Override
    public void focus() {
        language.requestFocus();
    }

    private VBox slot(Part part) {
        VBox slot = new VBox();
        slot.setId("settings-said-" + part.name());
        slots.put(part, slot);
        return slot;
    }

    private void fillLook() {
        Fields fields = new Fields(formats, NAMES_WIDTH);
        Fields.offer(
                language,
                List.of(Language.values()),
                l -> formats.text("window.language." + l.tag()));
        Fields.offer(
                theme, List.of(Theme.values()), t -> formats.text("window.theme." + t.label()));
        fields.add("settings-language", "settings.language", language);
        fields.add("settings-theme", "settings.theme", theme);
        language.setOnAction(
                _ -> {
                    if (language.getValue() != null) {
                        appearance.changeLanguage(language.getValue());
                    }
                });
        theme.setOnAction(
                _ -> {
                    if (theme.getValue() != appearance.settingsProperty().get().theme()) {
                        appearance.changeTheme(theme.getValue());
                    }
                });
        softwareRendering.setText(formats.text("settings.software-rendering"));
        softwareRendering.setId("settings-software-rendering");
        softwareRendering.disableProperty().bind(model.busyProperty());
        softwareRendering.setOnAction(
                _ -> model.saveSoftwareRendering(softwareRendering.isSelected()));
        look.getChildren()
                .addAll(
                        fields,
                        softwareRendering,
                        wrapped("settings.software-rendering-what"),
                        slot(Part.LOOK));
    }

    private void fillPurging() {
        Fields fields = new Fields(formats, NAMES_WIDTH);
        fields.add("settings-settle", "settings.settle", settle);
        settle.setMaxWidth(110);
        fields.remark("settings.settle-what");
        Button save = new Button(formats.text("settings.save"));
        save.setId("settings-settle-save");
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(_ -> Fields.mark(settle, !model.saveSettle(settle.getText())));
        settle.setOnAction(_ -> save.fire());
        purging.getChildren()
                .addAll(fields, save, countdown(), slot(Part.PURGING), note, slot(Part.NOTE));
    }

    private Fields countdown() {
        Fields fields = new Fields(formats, NAMES_WIDTH);
        Fields.offer(
                countdown,
                COUNTDOWNS,
                seconds ->
                        seconds == 0
                                ? formats.text("settings.countdown-off")
                                : formats.text("settings.countdown-seconds", seconds));
        fields.add("settings-countdown", "settings.countdown", countdown);
        fields.remark("settings.countdown-what");
        countdown.disableProperty().bind(model.busyProperty());
        countdown.setOnAction(
                _ -> {
                    Settings now = model.settingsProperty().get();
                    Integer chosen = countdown.getValue();
                    if (now != null && chosen != null && chosen != now.countdownSeconds()) {
                        model.saveCountdown(chosen);
                    }
                });
        return fields;
    }

    private void fillSupport() {
        targets.setText(formats.text("settings.bundle-targets"));
        targets.setId("settings-bundle-targets");
        Button save = new Button(formats.text("settings.bundle-save"));
        save.setId("settings-bundle-save");
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(_ -> chooseBundle());
        support.getChildren()
                .addAll(wrapped("settings.bundle-what"), targets, save, slot(Part.SUPPORT));
    }

    private void chooseBundle() {
        files.save(
                        root.getScene().getWindow(),
                        formats.text("settings.bundle-save"),
                        "edgeone-purge-support.zip")
                .ifPresent(file -> model.saveBundle(file, targets.isSelected()));
    }

    private Label wrapped(String key, Object... arguments) {
        Label label = new Label(formats.text(key, arguments));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private void show(@Nullable Settings settings) {
        if (settings != null) {
            softwareRendering.setSelected(settings.softwareRendering());
            settle.setText(String.valueOf(settings.settleSeconds()));
            countdown.setValue(settings.countdownSeconds());
            network.show(settings.network());
            note.show(settings.noteRule());
        }
    }

    private void say(@Nullable Said said) {
        slots.values().forEach(slot -> slot.getChildren().clear());
        network.mark(
                said instanceof Said.Wrong(Part _, List<NetworkEntry.Problem> problems)
                        ? problems
                        : List.of());
        if (said != null) {
            Optional.ofNullable(slots.get(said.part()))
                    .ifPresent(slot -> slot.getChildren().setAll(words(said)));
        }
    }

    private Node words(Said said) {
        return switch (said) {
            case Said.Done done -> {
                Label label =
                        new Label(
                                formats.text(
                                        "settings.done." + done.deed().name(),
                                        done.details().toArray()));
                label.setWrapText(true);
                label.getStyleClass().add("success-text");
                yield label;
            }
            case Said.Found found -> {
                Label label =
                        new Label(
                                formats.text(
                                        "settings.found." + found.what(),
                                        found.details().toArray()));
                label.setWrapText(true);
                label.getStyleClass().add("danger-text");
                yield label;
            }
            case Said.Wrong wrong -> {
                Label label =
                        new Label(
                                wrong.problems().stream()
                                        .map(p -> formats.text("settings.problem." + p.name()))
                                        .collect(Collectors.joining("\n")));
                label.setWrapText(true);
                label.getStyleClass().add("danger-text");
                yield label;
            }
            case Said.Failed failed -> new ErrorPane(formats.messages(), trouble(failed));
        };
    }

    private Trouble trouble(Said.Failed failed) {
        if (failed.trouble() instanceof SupportBundle.LeakException leak) {
            return new Trouble(
                    formats.text("settings.leak"),
                    formats.text("settings.leak-why", leak.finding().name(), leak.part()),
                    formats.text("settings.leak-next"),
                    null,
                    null);
        }
        return formats.trouble(failed.trouble());
    }
}
