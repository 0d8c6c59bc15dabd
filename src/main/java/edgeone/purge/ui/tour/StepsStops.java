package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

import java.util.List;

/** The stops of the tour at what is done before and after a purge. */
final class StepsStops {
    private static final String PAGE = "https://www.example.com/";

    /** Nobody answers there, so that the check is seen to wait. */
    private static final String NOWHERE = "127.0.0.1:9";

    private final MainWindow window;
    private final Guide guide;

    StepsStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        Guide.onFx(() -> guide.button("#rail-purge").fire());
        Guide.await("the editor", () -> Guide.find("#target-lines").isPresent());
        guide.paste(List.of(PAGE + "a.txt", PAGE + "css/site.css", PAGE + "img/logo.svg"));
        Guide.onFx(
                () -> {
                    tick("#origin-check", true);
                    tick("#then-prefetch", true);
                    tick("#verify", true);
                });
        Guide.await("the origin", () -> Guide.isShown("#origin-place"));
        Guide.onFx(
                () -> {
                    guide.field("#origin-place").setText(NOWHERE);
                    ((ComboBox<?>) guide.node("#origin-old")).getSelectionModel().select(1);
                });
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        Guide.await("its cost", () -> Guide.isShown("#plan-then-prefetch"));
        guide.picture("steps-form");
        Guide.onFx(() -> guide.button("#go").fire());
        Guide.await("the origin's answer", () -> Guide.isShown("#run-pause"));
        guide.picture("origin-check");
        dress(Theme.DARK, Language.CHINESE);
        Guide.await("the origin's answer", () -> Guide.isShown("#run-pause"));
        guide.picture("origin-check-dark-chinese");
        dress(Theme.LIGHT, Language.ENGLISH);
        Guide.await("the way to stop", () -> Guide.isShown("#run-cancel"));
        Guide.onFx(() -> guide.button("#run-cancel").fire());
        Guide.await("the form", () -> !guide.button("#go").isDisabled());
        run();
        dress(Theme.DARK, Language.CHINESE);
        Guide.await("the end", () -> is("#step-verify", "done"));
        guide.picture("steps-dark-chinese");
        dress(Theme.LIGHT, Language.ENGLISH);
        Guide.await("the end of the run", () -> Guide.isShown("#run-next"));
        Guide.onFx(() -> guide.button("#run-next").fire());
        Guide.await("the prefetch", () -> Guide.isShown("#link-purge"));
        Guide.onFx(() -> guide.button("#link-purge").fire());
        Guide.await("the purge", () -> Guide.isShown("#link-prefetch"));
        guide.picture("steps-history");
        Guide.onFx(() -> guide.button("#rail-purge").fire());
        Guide.await("the form", () -> Guide.isShown("#go"));
        // It offers the next purge.
        Guide.onFx(
                () -> {
                    guide.button("#go").fire();
                    tick("#then-prefetch", false);
                    tick("#verify", false);
                });
    }

    private void run() throws Exception {
        Guide.onFx(
                () -> {
                    tick("#origin-check", false);
                    guide.button("#go").fire();
                });
        Guide.await("the steps", () -> Guide.isShown("#step-verify"));
        guide.picture("steps-running");
    }

    private void tick(String box, boolean on) {
        ((CheckBox) guide.node(box)).setSelected(on);
    }

    private static boolean is(String step, String state) {
        return Guide.find(step)
                .map(Node::getStyleClass)
                .filter(c -> c.contains("step-" + state))
                .isPresent();
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
    }
}
