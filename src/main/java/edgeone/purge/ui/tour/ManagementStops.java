package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

/** The stops of the tour at accounts and settings; nothing is changed there. */
final class ManagementStops {
    private final MainWindow window;
    private final Guide guide;

    ManagementStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Looks at the screens the window has, in light English and dark Chinese. */
    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        accounts("account");
        settings("settings");
        dress(Theme.DARK, Language.CHINESE);
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

    private void accounts(String name) throws Exception {
        if (Guide.find("#rail-accounts").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-accounts").fire());
        Guide.await("the accounts", () -> Guide.find("#account-add").isPresent());
        Guide.onFx(() -> guide.button("#account-add").fire());
        Guide.await("the form", () -> guide.node("#account-key").isVisible());
        guide.picture(name);
        Guide.onFx(() -> guide.button("#account-cancel").fire());
    }

    private void settings(String name) throws Exception {
        if (Guide.find("#rail-settings").isEmpty()) {
            return;
        }
        Guide.onFx(() -> guide.button("#rail-settings").fire());
        Guide.await("the settings", () -> !guide.field("#settings-connect").getText().isEmpty());
        guide.picture(name);
    }
}
