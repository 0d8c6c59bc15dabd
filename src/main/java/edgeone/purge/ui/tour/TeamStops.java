package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

import java.util.stream.Collectors;

/**
 * The stops of the tour at a team: how it is set up, and where the window has one, its history,
 * what a colleague is purging now, and a purge that waits for a second person. Nothing is changed.
 */
final class TeamStops {
    private final MainWindow window;
    private final Guide guide;

    TeamStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs each, in light English and dark Chinese. */
    void look() throws Exception {
        if (Guide.find("#rail-team").isEmpty()) {
            return;
        }
        look(Theme.LIGHT, Language.ENGLISH, "");
        look(Theme.DARK, Language.CHINESE, "-dark-chinese");
        dress(Theme.LIGHT, Language.ENGLISH);
    }

    private void look(Theme theme, Language language, String suffix) throws Exception {
        dress(theme, language);
        setUp("team" + suffix);
        Guide.onFx(() -> guide.button("#rail-history").fire());
        Guide.await("the jobs", () -> guide.rowsShown("#jobs"));
        if (Guide.isShown("#whose")) {
            everyone("everyone" + suffix);
            now("purging-now" + suffix);
        }
        if (Guide.isShown("#requests")) {
            release("release" + suffix);
        }
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
    }

    private void setUp(String name) throws Exception {
        Guide.onFx(() -> guide.button("#rail-team").fire());
        Guide.await("the form", () -> Guide.isShown("#team-connect"));
        Guide.await(
                "how it stands",
                () ->
                        Guide.isShown("#team-none")
                                || Guide.find("#team-state")
                                        .map(Label.class::cast)
                                        .filter(l -> l.getStyleClass().size() > 1)
                                        .isPresent());
        guide.picture(name);
    }

    private void everyone(String name) throws Exception {
        String mine = Guide.onFx(() -> cells("#jobs"));
        Guide.onFx(() -> guide.button("#whose-everyone").fire());
        Guide.await(
                "everyone's jobs", () -> guide.rowsShown("#jobs") && !cells("#jobs").equals(mine));
        guide.picture(name);
        Guide.onFx(() -> guide.button("#whose-mine").fire());
        Guide.await("the jobs", () -> guide.rowsShown("#jobs"));
    }

    private void now(String name) throws Exception {
        Guide.onFx(() -> guide.button("#rail-purge").fire());
        Guide.await("the editor", () -> Guide.find("#target-lines").isPresent());
        guide.paste(SampleTargets.lines());
        Guide.await("what the team does", () -> !cells("#plan-team").isBlank());
        guide.picture(name);
    }

    private void release(String name) throws Exception {
        Guide.onFx(() -> guide.button("#requests").fire());
        Guide.await("the request", () -> Guide.find("#requests-targets").isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.node("#requests-zone").getScene().getWindow().hide());
    }

    /** All that is written in a node. */
    private String cells(String query) {
        return Guide.find(query)
                .filter(Parent.class::isInstance)
                .map(node -> ((Parent) node).lookupAll("*"))
                .map(
                        all ->
                                all.stream()
                                        .filter(Node::isVisible)
                                        .map(TeamStops::text)
                                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled && labeled.getText() != null
                ? labeled.getText()
                : "";
    }
}
