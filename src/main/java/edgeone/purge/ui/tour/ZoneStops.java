package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import java.util.List;

/** The stops of the tour at a list over several zones and at the zone picker; nothing is sent. */
final class ZoneStops {
    private static final List<String> LINES =
            List.of(
                    "https://www.example.com/news/",
                    "https://www.example.com/img/logo.svg",
                    "https://shop.example.org/p/1025",
                    "https://shop.example.org/p/1026",
                    "https://shop.example.org/p/1027",
                    "https://cn.example.org/index.html",
                    "https://doris.apache.org/docs/",
                    "https://pr-17.preview.example.com/",
                    "https://www.example.co/misspelled");

    private final MainWindow window;
    private final Guide guide;

    ZoneStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs the split in light English and dark Chinese, and the picker in the latter. */
    void look() throws Exception {
        dress(Theme.LIGHT, Language.ENGLISH);
        split("split");
        dress(Theme.DARK, Language.CHINESE);
        split("split-dark-chinese");
        picker("zones-dark-chinese");
    }

    private void dress(Theme theme, Language language) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                    guide.button("#rail-purge").fire();
                });
    }

    private void split(String name) throws Exception {
        guide.paste(LINES);
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        Guide.onFx(() -> guide.button("#split").fire());
        Guide.await(
                "the split",
                () ->
                        Guide.find("#split-go").isPresent()
                                && !guide.button("#split-go").isDisabled());
        guide.picture(name);
        Guide.onFx(() -> guide.node("#split-go").getScene().getWindow().hide());
        Guide.await("the form", () -> Guide.find("#split-go").isEmpty());
    }

    private void picker(String name) throws Exception {
        Guide.onFx(() -> guide.button("#zone-picker").fire());
        Guide.await("the list of zones", () -> Guide.find("#zone-list").isPresent());
        guide.picture(name);
        Guide.onFx(() -> guide.node("#zone-list").getScene().getWindow().hide());
        Guide.await("the form", () -> Guide.find("#zone-list").isEmpty());
    }
}
