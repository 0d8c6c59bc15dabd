package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stops of the tour at a purge that is verified. */
final class VerifyStops {
    private static final String PAGE = "https://www.example.com/";
    private static final String VERDICT = "probe.verdict.";

    private final MainWindow window;
    private final Guide guide;

    VerifyStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    void look() throws Exception {
        dress();
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
        dress();
        Guide.await("the end of the run", () -> Guide.isShown("#go"));
        // It offers the next purge.
        Guide.onFx(() -> guide.button("#go").fire());
    }

    private void dress() throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                    guide.button("#rail-purge").fire();
                });
    }

    private boolean isJudged() {
        Messages messages = window.formats().messages();
        Set<String> names =
                messages.keySet().stream()
                        .filter(key -> key.startsWith(VERDICT))
                        .map(key -> messages.text(key))
                        .collect(Collectors.toSet());
        return Guide.find("#job-targets").filter(node -> hasVerdicts(node, names)).isPresent();
    }

    private static boolean hasVerdicts(Node node, Set<String> names) {
        return node instanceof TableView<?> table
                && !table.getItems().isEmpty()
                && table.getVisibleLeafColumns().stream()
                        .map(TableColumn::getId)
                        .anyMatch("column-verdict"::equals)
                && table.lookupAll(".badge").stream()
                        .anyMatch(
                                badge ->
                                        badge instanceof Label label
                                                && names.contains(label.getText()));
    }
}
