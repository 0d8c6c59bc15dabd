package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** The stops of the tour at calls, accounts and settings; nothing is changed there. */
final class ManagementStops {
    private final MainWindow window;
    private final Guide guide;

    ManagementStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs the screens, in light English and dark Chinese. */
    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        calls("inspector");
        accounts("account");
        settings("settings");
        dress(Theme.DARK, Language.CHINESE);
        calls("inspector-dark-chinese");
        accounts("account-dark-chinese");
        settings("settings-dark-chinese");
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
    }

    private void calls(String name) throws Exception {
        if (Guide.find("#rail-inspector").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-history").fire());
        Guide.await("the targets", () -> guide.rowsShown("#job-targets"));
        Guide.onFx(() -> guide.button("#job-calls").fire());
        Guide.await("the calls", () -> guide.rowsShown("#calls"));
        Guide.onFx(
                () -> {
                    TableView<?> calls = (TableView<?>) guide.node("#calls");
                    calls.getSelectionModel().clearAndSelect(calls.getItems().size() - 1);
                });
        Guide.await("the reply", () -> Guide.find("#call-reply .tree-cell").isPresent());
        guide.picture(name);
        explorer(name.replace("inspector", "explorer"));
        Guide.onFx(() -> guide.button("#rail-inspector").fire());
        Guide.await("the calls", () -> Guide.find("#calls-job").isPresent());
        Guide.onFx(() -> guide.button("#calls-job").fire());
    }

    /** The call of the Inspector, answered by the embedded EdgeOne. */
    private void explorer(String name) throws Exception {
        if (Guide.find("#rail-explorer").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#call-explore").fire());
        Guide.await("the form", () -> Guide.find("#explorer-mock").isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.button("#explorer-mock").fire());
        Guide.await(
                "the reply",
                () ->
                        Guide.find("#explorer-reply")
                                .filter(ManagementStops::isWritten)
                                .isPresent());
        guide.picture(name.replace("explorer", "explorer-reply"));
    }

    private static boolean isWritten(Node area) {
        return area instanceof TextArea text && !text.getText().isEmpty();
    }

    private void accounts(String name) throws Exception {
        if (Guide.find("#rail-accounts").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-accounts").fire());
        Guide.await("the accounts", () -> Guide.find("#account-add").isPresent());
        Guide.onFx(() -> guide.button("#account-add").fire());
        Guide.await("the form", () -> Guide.find("#account-key").isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.button("#account-cancel").fire());
    }

    private static boolean isFilled(Node field) {
        return field instanceof TextField text && !text.getText().isEmpty();
    }

    private void settings(String name) throws Exception {
        if (Guide.find("#rail-settings").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-settings").fire());
        Guide.await(
                "the settings",
                () ->
                        Guide.find("#settings-connect")
                                .filter(ManagementStops::isFilled)
                                .isPresent());
        guide.picture(name);
    }
}
