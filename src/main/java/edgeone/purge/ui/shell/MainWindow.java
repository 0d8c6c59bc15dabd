package edgeone.purge.ui.shell;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.frame.Frame;
import edgeone.purge.ui.shell.frame.FrameModel;
import edgeone.purge.ui.shell.keys.Shortcuts;
import edgeone.purge.ui.shell.screen.Appearance;
import edgeone.purge.ui.shell.screen.Screen;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.Session;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The window: its frame, the registered screens, and the settings it remembers. A change of
 * language rebuilds the views; the view models stay.
 */
public final class MainWindow implements Navigator, Appearance {
    /** How often zones, quota and the connection are checked. */
    private static final Duration REFRESH = Duration.minutes(1);

    private final FrameModel model;
    private final Session session;
    private final Clock clock;
    private final Consumer<WindowSettings> save;
    private final UnaryOperator<String> cover;
    private final FileAsk files;
    private final Screens screens = new Screens();
    private final Timeline refreshing;
    private final ReadOnlyObjectWrapper<WindowSettings> settings;
    private Formats formats;
    private @Nullable Frame frame;
    private @Nullable Stage shownIn;

    /**
     * @param settings what was remembered
     * @param save saves what to remember; called on the JavaFX thread, must not block
     * @param cover removes secrets from error messages
     * @param files asks where to save files
     */
    public MainWindow(
            FrameModel model,
            Clock clock,
            WindowSettings settings,
            Consumer<WindowSettings> save,
            UnaryOperator<String> cover,
            FileAsk files) {
        this.model = model;
        session = model.session();
        this.clock = clock;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.save = save;
        this.cover = cover;
        this.files = files;
        formats = new Formats(Messages.in(settings.language()), clock, cover);
        refreshing = new Timeline(new KeyFrame(REFRESH, _ -> session.refresh()));
        refreshing.setCycleCount(Animation.INDEFINITE);
    }

    /** Adds a screen at the end of the rail. */
    public void register(Screen screen) {
        screens.register(screen);
    }

    /** Builds the window and shows its first screen. */
    public void show(Stage stage) {
        shownIn = stage;
        // Before the first control, or JavaFX would load its own style sheet first.
        settings().theme().apply();
        build();
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> settings().theme().apply());
        stage.setTitle(formats.text("window.title"));
        Scene scene = new Scene(frame().root());
        scene.getStylesheets().add(Dialogs.stylesheet());
        shortcuts().bind(scene);
        stage.setScene(scene);
        StageSize.apply(stage, settings());
        stage.setOnCloseRequest(this::closeRequested);
        session.zoneProperty()
                .subscribe(
                        zone -> {
                            if (zone != null && !zone.zoneId().equals(settings().zoneId())) {
                                keep(settings().withZone(zone.zoneId()));
                            }
                        });
        refreshing.play();
        stage.show();
        Platform.runLater(() -> screens.open().focus());
    }

    private void build() {
        formats = new Formats(Messages.in(settings().language()), clock, cover);
        if (frame != null) {
            frame.close();
        }
        screens.dropViews();
        frame =
                new Frame(
                        model,
                        formats,
                        screens.all(),
                        this::openScreen,
                        this,
                        this,
                        dialogs(formats),
                        files);
        showScreen();
    }

    private Shortcuts shortcuts() {
        Shortcuts shortcuts = new Shortcuts();
        shortcuts.add("F5", this::refresh);
        shortcuts.add("Shortcut+L", () -> frame().openZones());
        int number = 1;
        for (Screen screen : screens.all()) {
            shortcuts.add("Shortcut+" + number++, () -> openScreen(screen.name()));
        }
        return shortcuts;
    }

    private void closeRequested(WindowEvent event) {
        if (new Closing(model.runs(), dialogs(formats), this::close).mayClose()) {
            remember();
        } else {
            event.consume();
        }
    }

    private void close() {
        remember();
        stage().close();
    }

    private void remember() {
        refreshing.stop();
        keep(settings().withSize(stage().getWidth(), stage().getHeight()));
    }

    private void keep(WindowSettings next) {
        settings.set(next);
        save.accept(next);
    }

    private void openScreen(String name) {
        screens.open(name);
        showScreen();
    }

    private void showScreen() {
        frame().show(screens.open().name(), screens.view(formats));
    }

    @Override
    public void open(Place place) {
        screens.find(place.screen())
                .ifPresent(
                        screen -> {
                            openScreen(screen.name());
                            screen.arrive(place);
                        });
    }

    /** Reloads what is shown. */
    public void refresh() {
        screens.open().refresh();
    }

    /** Makes the dialogs of a screen. */
    public Dialogs dialogs(Formats of) {
        return new Dialogs(of.messages(), () -> shownIn, session::colour, cover);
    }

    /** Makes dialogs in the current language. */
    public Dialogs dialogs() {
        return dialogs(formats);
    }

    /** Shows a bug. */
    public void showCrash(Throwable thrown, Runnable closed) {
        dialogs(formats).error(new IllegalStateException(thrown.toString()), closed);
    }

    @Override
    public ReadOnlyObjectProperty<WindowSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    @Override
    public void changeTheme(Theme theme) {
        keep(settings().withTheme(theme));
        theme.apply();
    }

    @Override
    public void changeLanguage(Language language) {
        if (language != settings().language()) {
            keep(settings().withLanguage(language));
            build();
            stage().getScene().setRoot(frame().root());
            stage().setTitle(formats.text("window.title"));
        }
    }

    /** What the window remembers. */
    public WindowSettings settings() {
        return Objects.requireNonNull(settings.get());
    }

    public Stage stage() {
        return Objects.requireNonNull(shownIn);
    }

    private Frame frame() {
        return Objects.requireNonNull(frame);
    }
}
