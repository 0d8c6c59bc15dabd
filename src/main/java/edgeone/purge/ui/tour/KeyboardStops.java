package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The stops of the tour at what is reached by keys: palette, shortcuts, finding, menus of rows. */
final class KeyboardStops {
    private final MainWindow window;
    private final Guide guide;

    KeyboardStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs them, in light English and dark Chinese; nothing is purged. */
    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        Guide.onFx(() -> guide.button("#rail-purge").fire());
        guide.paste(SampleTargets.lines());
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        find();
        palette("ex", "palette");
        shortcuts("shortcuts");
        dress(Theme.DARK, Language.CHINESE);
        palette("", "palette-dark-chinese");
        shortcuts("shortcuts-dark-chinese");
        dress(Theme.LIGHT, Language.ENGLISH);
        Guide.onFx(() -> guide.button("#rail-history").fire());
        Guide.await("the jobs", () -> guide.rowsShown("#jobs"));
        rowMenu("#jobs");
        exportMenu();
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
    }

    private void find() throws Exception {
        press(KeyCode.F, true);
        Guide.await("the find bar", () -> Guide.hasFocus("#find-field"));
        Guide.onFx(() -> guide.field("#find-field").setText("photo.webp"));
        Guide.await("the matches", () -> guide.text("#find-count").contains("1,229"));
        guide.picture("find");
        press(KeyCode.ESCAPE, false);
        press(KeyCode.G, true);
        Guide.await("the line bar", () -> Guide.hasFocus("#line-field"));
        guide.picture("go-to-line");
        press(KeyCode.ESCAPE, false);
    }

    private void palette(String query, String name) throws Exception {
        press(KeyCode.K, true);
        Guide.await("the palette", () -> Guide.find("#palette-search").isPresent());
        Guide.onFx(() -> guide.field("#palette-search").setText(query));
        guide.picture(name);
        press(KeyCode.ESCAPE, false);
        Guide.await("no palette", () -> Guide.find("#palette-search").isEmpty());
    }

    private void shortcuts(String name) throws Exception {
        press(KeyCode.F1, false);
        Guide.await("the shortcuts", () -> Guide.find("#shortcut-sheet").isPresent());
        guide.picture(name);
        press(KeyCode.ESCAPE, false);
        Guide.await("no shortcuts", () -> Guide.find("#shortcut-sheet").isEmpty());
    }

    /** The menu of the first row of a table that is shown. */
    private void rowMenu(String table) throws Exception {
        Guide.onFx(
                () -> {
                    TableView<?> rows = (TableView<?>) guide.node(table);
                    rows.requestFocus();
                    rows.getSelectionModel().clearAndSelect(0);
                });
        Guide.onFx(() -> type(KeyCode.F10, false, true));
        Guide.await("the menu", () -> Guide.find(".context-menu").isPresent());
        guide.picture("row-menu");
        Guide.onFx(() -> guide.node(".context-menu").getScene().getWindow().hide());
    }

    private void exportMenu() throws Exception {
        MenuButton export = (MenuButton) guide.node("#export-jobs");
        Guide.onFx(export::show);
        Guide.await("the formats", () -> Guide.find(".context-menu").isPresent());
        guide.picture("export");
        Guide.onFx(export::hide);
    }

    private void press(KeyCode code, boolean shortcut) throws Exception {
        Guide.onFx(() -> type(code, shortcut, false));
    }

    /** To whatever has the focus in the window or dialog in front, as the system sends keys. */
    private void type(KeyCode code, boolean shortcut, boolean shift) {
        Window front =
                Window.getWindows().reversed().stream()
                        .filter(Stage.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        Node target = focused(front.getScene());
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        target.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        code,
                        shift,
                        shortcut && !mac,
                        false,
                        shortcut && mac));
    }

    /** The focus owner may be a node that a change of language has just taken out of the scene. */
    private static Node focused(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner != null && scene.equals(owner.getScene()) ? owner : scene.getRoot();
    }
}
