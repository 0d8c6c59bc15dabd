package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;

/** The stops of the tour at the look-up of errors and at the saved requests. */
final class LookUpStops {
    private static final String CODE = "LimitExceeded.DailyQuota";

    private final MainWindow window;
    private final Guide guide;

    LookUpStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs both, in light English and dark Chinese. */
    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        lookUp("lookup");
        saved("saved-requests");
        dress(Theme.DARK, Language.CHINESE);
        lookUp("lookup-dark-chinese");
        saved("saved-requests-dark-chinese");
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
    }

    private void lookUp(String name) throws Exception {
        if (Guide.find("#rail-inspector").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-inspector").fire());
        Guide.await("the calls", () -> Guide.find("#calls-lookup").isPresent());
        Guide.onFx(() -> guide.button("#calls-lookup").fire());
        Guide.await("the dialog", () -> Guide.find("#lookup-text").isPresent());
        Guide.onFx(() -> ((TextArea) guide.node("#lookup-text")).setText(CODE));
        Guide.await(
                "the answer",
                () ->
                        Guide.find("#lookup-answer")
                                .filter(n -> !((Parent) n).getChildrenUnmodifiable().isEmpty())
                                .isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.node("#lookup-text").getScene().getWindow().hide());
        Guide.await("the calls", () -> Guide.find("#lookup-text").isEmpty());
    }

    private void saved(String name) throws Exception {
        if (Guide.find("#rail-explorer").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-explorer").fire());
        Guide.await("the form", () -> Guide.find("#explorer-save").isPresent());
        Guide.onFx(() -> guide.button("#explorer-save").fire());
        Guide.await("the question", () -> Guide.find("#request-name").isPresent());
        Guide.onFx(
                () -> {
                    guide.field("#request-name").setText("Release");
                    ((CheckBox) guide.node("#request-replace")).setSelected(true);
                    guide.button("#request-name-go").fire();
                });
        Guide.await("the form", () -> Guide.find("#request-name").isEmpty());
        Guide.onFx(() -> guide.button("#explorer-saved").fire());
        Guide.await(
                "the requests",
                () ->
                        Guide.find("#saved-requests")
                                .filter(list -> !((ListView<?>) list).getItems().isEmpty())
                                .isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.node("#saved-requests").getScene().getWindow().hide());
        Guide.await("the form", () -> Guide.find("#saved-requests").isEmpty());
    }
}
