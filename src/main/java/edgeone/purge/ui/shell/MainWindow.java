package edgeone.purge.ui.shell;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.palette.Palette;
import edgeone.purge.ui.palette.PaletteSource;
import edgeone.purge.ui.palette.source.ActionSource;
import edgeone.purge.ui.palette.source.ScreenSource;
import edgeone.purge.ui.shell.frame.Frame;
import edgeone.purge.ui.shell.frame.FrameModel;
import edgeone.purge.ui.shell.screen.Appearance;
import edgeone.purge.ui.shell.screen.Screen;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shortcuts.ShortcutSheet;
import edgeone.purge.ui.shortcuts.WindowKeys;

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
import java.util.ArrayList;
import java.util.List;
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
    private final ReadOnlyObjectWrapper<WindowSettings> settings;
    private Formats formats;
    private final WindowOffers offers;
    private final List<PaletteSource> sources = new ArrayList<>();
    private @Nullable Frame frame;

    /** In the language of now; built when it is first opened. */
    private @Nullable Palette palette;

    private @Nullable Stage shownIn;

    /** Not before the window is shown: it needs JavaFX, which is starting meanwhile. */
    private @Nullable Timeline refreshing;

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
        offers = new WindowOffers(this, screens, model.notices());
        sources.add(new ActionSource(offers::everywhere));
        sources.add(
                new ScreenSource(
                        () -> screens.all().stream().map(Screen::name).toList(), this::openScreen));
    }

    /** Adds a screen at the end of the rail. */
    public void register(Screen screen) {
        screens.register(screen);
    }

    /** Adds a source the palette finds entries in. */
    public void addSource(PaletteSource source) {
        sources.add(source);
    }

    /**
     * Reads what the first frame needs and what works without JavaFX, which is starting meanwhile.
     * On any thread, before {@link #show}.
     */
    public void readAhead() {
        settings().theme().readAhead();
        List.of("window.title", "actions.row.command", "doctor.open", "recipes.window.title")
                .forEach(formats::text);
        formats.text("window.quota.left", 0, 0);
        formats.text("window.quota.asOf", new Shown(formats.count(0)), formats.when(formats.now()));
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
        new WindowKeys(offers::here, () -> screens.open().back()).bind(scene);
        stage.setScene(scene);
        StageSize.apply(stage, settings());
        stage.setOnCloseRequest(this::closeRequested);
        refreshing = refreshing();
        stage.show();
        FirstFrame.then(this::complete);
        Platform.runLater(() -> screens.open().focus());
    }

    /** Adds what the first frame did without. */
    private void complete() {
        screens.framed();
        frame().complete();
    }

    private Timeline refreshing() {
        Timeline every = new Timeline(new KeyFrame(REFRESH, _ -> session.refresh()));
        every.setCycleCount(Animation.INDEFINITE);
        every.play();
        return every;
    }

    private void build() {
        if (frame != null) {
            frame.close();
        }
        screens.dropViews();
        if (palette != null) {
            palette.close();
            palette = null;
        }
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
        if (screens.isFramed()) {
            frame.complete();
        }
        showScreen();
    }

    /** Opens the palette; pressed again, its key closes it. */
    void openPalette() {
        Palette opened = palette;
        if (opened == null) {
            opened = new Palette(sources, formats);
            palette = opened;
        }
        opened.open(stage(), session.colour());
    }

    /** Shows all shortcuts. */
    void openShortcuts() {
        Dialogs dialogs = dialogs();
        List<String> titles =
                screens.all().stream().map(s -> formats.text("window.rail." + s.name())).toList();
        dialogs.dialog(
                        formats.text("actions.sheet.title"),
                        new ShortcutSheet(formats, titles).content(),
                        dialogs.close())
                .show();
    }

    void openZones() {
        frame().openZones();
    }

    void open(Screen screen) {
        openScreen(screen.name());
        // A new view gets its skins now, without which what is in them cannot take the focus.
        frame().root().applyCss();
        screen.focus();
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
        if (refreshing != null) {
            refreshing.stop();
        }
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
        if (place instanceof Place.History(String jobId) && jobId != null) {
            model.notices().seen(jobId);
        }
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
            formats = new Formats(Messages.in(language), clock, cover);
            build();
            stage().getScene().setRoot(frame().root());
            stage().setTitle(formats.text("window.title"));
        }
    }

    /** In the language of now. */
    public Formats formats() {
        return formats;
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
