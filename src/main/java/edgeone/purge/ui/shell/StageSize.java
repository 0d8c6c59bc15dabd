package edgeone.purge.ui.shell;

import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The size a window starts with: the remembered one, within the display. */
final class StageSize {
    private StageSize() {}

    static void apply(Stage stage, WindowSettings settings) {
        Rectangle2D display = Screen.getPrimary().getVisualBounds();
        // The headless platform reports a display too, but nobody looks at it.
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        double widest = headless ? Double.MAX_VALUE : display.getWidth();
        double highest = headless ? Double.MAX_VALUE : display.getHeight();
        double narrowest = Math.min(WindowSettings.MIN_WIDTH, widest);
        double lowest = Math.min(WindowSettings.MIN_HEIGHT, highest);
        stage.setMinWidth(narrowest);
        stage.setMinHeight(lowest);
        stage.setWidth(Math.clamp(settings.width(), narrowest, widest));
        stage.setHeight(Math.clamp(settings.height(), lowest, highest));
    }
}
