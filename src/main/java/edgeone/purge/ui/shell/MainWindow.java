package edgeone.purge.ui.shell;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The window: its frame, the screens that are registered, and the settings it remembers. The views
 * are built anew when the language changes; the view models stay.
 */
public final class MainWindow implements Navigator, Appearance {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

    /** How often zones, quota and reachability are read again. */
    private static final Duration REFRESH = Duration.minutes(1);

    private static final String ICON = "/edgeone/purge/icons/edgeone-purge-%d.png";
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final Session session;
    private final Runs runs;
    private final ShellViewModel shell;
    private final Clock clock;
    private final Consumer<WindowSettings> save;
    private final UnaryOperator<String> cover;
    private final FileAsk files;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final Timeline refreshing;
    private final ReadOnlyObjectWrapper<WindowSettings> settings;
    private Formats formats;
    private String current = "";
    private @Nullable Frame frame;
    private @Nullable Stage shownIn;

    /** Those built so far in the language of now; one that nobody opens is never built. */
    private final Map<String, Parent> views = new HashMap<>();

    /**
     * @param settings what was remembered
     * @param save keeps what is to be remembered; called on the JavaFX thread, must not block
     * @param cover takes secrets out of the words of a trouble
     * @param files asks where files are to go
     */
    public MainWindow(
            Session session,
            Runs runs,
            ShellViewModel shell,
            Clock clock,
            WindowSettings settings,
            Consumer<WindowSettings> save,
            UnaryOperator<String> cover,
            FileAsk files) {
        this.session = session;
        this.runs = runs;
        this.shell = shell;
        this.clock = clock;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.save = save;
        this.cover = cover;
        this.files = files;
        formats = new Formats(Messages.in(settings.language()), clock, cover);
        refreshing = new Timeline(new KeyFrame(REFRESH, _ -> session.refresh()));
        refreshing.setCycleCount(Animation.INDEFINITE);
    }

    /** Adds a screen to the rail, below those that are there. */
    public void register(Screen screen) {
        screens.put(screen.name(), screen);
    }

    /** Builds the window and shows it with its first screen. */
    public void show(Stage stage) {
        shownIn = stage;
        // Before the first control is made, which else has JavaFX read its own style sheet.
        settings().theme().apply();
        current = screens.keySet().iterator().next();
        build();
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> settings().theme().apply());
        stage.setTitle(formats.text("window.title"));
        Scene scene = new Scene(frame().root());
        scene.getStylesheets().add(Dialogs.stylesheet());
        addKeys(scene);
        stage.setScene(scene);
        fitScreen(stage, javafx.stage.Screen.getPrimary().getVisualBounds());
        stage.setOnCloseRequest(
                event -> {
                    if (!new Closing(runs, dialogs(formats), this::close).mayClose()) {
                        event.consume();
                    } else {
                        remember();
                    }
                });
        session.zoneProperty()
                .subscribe(
                        zone -> {
                            if (zone != null && !zone.zoneId().equals(settings().zoneId())) {
                                keep(settings().withZone(zone.zoneId()));
                            }
                        });
        refreshing.play();
        stage.show();
        Platform.runLater(() -> Objects.requireNonNull(screens.get(current)).focus());
    }

    /** The headless platform has a screen as well, which is nobody's. */
    private void fitScreen(Stage stage, Rectangle2D room) {
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        double widest = headless ? Double.MAX_VALUE : room.getWidth();
        double highest = headless ? Double.MAX_VALUE : room.getHeight();
        double least = Math.min(WindowSettings.MIN_WIDTH, widest);
        double lowest = Math.min(WindowSettings.MIN_HEIGHT, highest);
        stage.setMinWidth(least);
        stage.setMinHeight(lowest);
        stage.setWidth(Math.clamp(settings().width(), least, widest));
        stage.setHeight(Math.clamp(settings().height(), lowest, highest));
    }

    /** Gives the window its icons, which no frame has to wait for. */
    public void addIcons() {
        session.tasks()
                .run(
                        MainWindow::icons,
                        stage().getIcons()::addAll,
                        broken -> LOG.warn("no icons", broken));
    }

    private static List<Image> icons() {
        List<Image> icons = new ArrayList<>();
        for (int size : ICON_SIZES) {
            URL icon = MainWindow.class.getResource(ICON.formatted(size));
            if (icon != null) {
                icons.add(new Image(icon.toExternalForm()));
            }
        }
        return icons;
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

    private void build() {
        formats = new Formats(Messages.in(settings().language()), clock, cover);
        if (frame != null) {
            frame.close();
        }
        views.clear();
        List<Frame.Entry> entries = new ArrayList<>();
        screens.forEach(
                (name, screen) ->
                        entries.add(new Frame.Entry(name, screen.icon(), () -> openScreen(name))));
        Frame built =
                new Frame(
                        session,
                        runs,
                        shell,
                        formats,
                        entries,
                        this,
                        dialogs(formats),
                        files,
                        new Frame.Choices(settings, this::changeTheme, this::changeLanguage));
        frame = built;
        showCurrent();
    }

    private void showCurrent() {
        Screen screen = screens.get(current);
        if (frame != null && screen != null) {
            frame.show(current, views.computeIfAbsent(current, _ -> screen.view(formats)));
        }
    }

    private void openScreen(String name) {
        current = name;
        showCurrent();
    }

    @Override
    public void open(Place place) {
        Screen screen = screens.get(place.screen());
        if (screen != null) {
            openScreen(place.screen());
            screen.arrive(place);
        }
    }

    /** Makes the dialogs of a screen. */
    public Dialogs dialogs(Formats of) {
        return new Dialogs(
                of.messages(),
                () -> shownIn,
                () -> {
                    SignedIn in = session.signedInProperty().get();
                    return in == null ? Frame.NO_COLOUR : in.colour();
                },
                cover);
    }

    /** Dialogs in the language of now. */
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

    /** Dresses the program otherwise, and remembers it. */
    @Override
    public void changeTheme(Theme theme) {
        keep(settings().withTheme(theme));
        theme.apply();
    }

    /** Speaks another language, and remembers it. */
    @Override
    public void changeLanguage(Language language) {
        if (language != settings().language()) {
            keep(settings().withLanguage(language));
            build();
            stage().getScene().setRoot(frame().root());
            stage().setTitle(formats.text("window.title"));
        }
    }

    private void addKeys(Scene scene) {
        key(scene, "F5", this::refresh);
        key(scene, "Shortcut+L", () -> frame().openZones());
        int number = 1;
        for (String name : screens.keySet()) {
            key(scene, "Shortcut+" + number++, () -> openScreen(name));
        }
    }

    private Frame frame() {
        return Objects.requireNonNull(frame);
    }

    private static void key(Scene scene, String keys, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
    }

    /** Reads again what is shown. */
    public void refresh() {
        Screen screen = screens.get(current);
        if (screen != null) {
            screen.refresh();
        }
    }

    /** What is remembered now. */
    public WindowSettings settings() {
        return Objects.requireNonNull(settings.get());
    }

    public Stage stage() {
        return Objects.requireNonNull(shownIn);
    }
}
