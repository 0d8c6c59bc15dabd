package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.Set;

/** The stops of the tour at a purge that is verified. */
final class VerifyStops {
    private static final String PAGE = "https://www.example.com/";
    private static final Set<String> NAMES =
            Set.of("Unclear", "Fresh", "Was not cached", "无法判断", "已更新", "原先未缓存");

    private final MainWindow window;
    private final Guide guide;

    VerifyStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    void look() throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                    guide.button("#rail-purge").fire();
                });
        Guide.await("the editor", () -> Guide.find("#target-lines").isPresent());
        guide.paste(List.of(PAGE + "a.txt", PAGE + "css/site.css", PAGE + "img/logo.svg"));
        Guide.onFx(() -> ((CheckBox) guide.node("#verify")).setSelected(true));
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        guide.picture("verify");
        Guide.onFx(() -> guide.button("#go").fire());
        Guide.await("the run", () -> Guide.isShown("#run-show"));
        Guide.onFx(() -> guide.button("#run-show").fire());
        Guide.await("the verdicts", this::isJudged);
        guide.picture("verdicts");
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.DARK);
                    window.changeLanguage(Language.CHINESE);
                });
        Guide.await("the verdicts again", this::isJudged);
        guide.picture("verdicts-dark-chinese");
    }

    private boolean isJudged() {
        return Guide.find("#job-targets").filter(VerifyStops::hasVerdicts).isPresent();
    }

    private static boolean hasVerdicts(Node node) {
        return node instanceof TableView<?> table
                && !table.getItems().isEmpty()
                && table.getVisibleLeafColumns().stream()
                        .map(TableColumn::getId)
                        .anyMatch("column-verdict"::equals)
                && table.lookupAll(".badge").stream()
                        .anyMatch(
                                badge ->
                                        badge instanceof Label label
                                                && NAMES.contains(label.getText()));
    }
}
