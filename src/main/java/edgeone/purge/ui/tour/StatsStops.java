package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;

import javafx.scene.Node;

/** The stops of the tour at the statistics. */
final class StatsStops {
    private final MainWindow window;
    private final Guide guide;

    StatsStops(MainWindow window, Guide guide) {
        this.window = window;
        this.guide = guide;
    }

    /** Photographs them, in light English and dark Chinese, and as a table. */
    void look() throws Exception {
        Guide.onFx(() -> guide.button("#rail-stats").fire());
        show(Theme.LIGHT, Language.ENGLISH, "statistics");
        show(Theme.DARK, Language.CHINESE, "statistics-dark-chinese");
        Guide.onFx(() -> guide.button("#stats-outcomes-table").fire());
        Guide.await("the table", () -> guide.rowsShown("#stats-outcomes-rows"));
        guide.picture("statistics-table");
        Guide.onFx(() -> guide.button("#stats-outcomes-table").fire());
    }

    private void show(Theme theme, Language language, String name) throws Exception {
        Guide.onFx(
                () -> {
                    window.changeTheme(theme);
                    window.changeLanguage(language);
                });
        Guide.await(
                "the charts",
                () -> Guide.find("#stats-outcomes-picture").filter(Node::isVisible).isPresent());
        guide.picture(name);
    }
}
