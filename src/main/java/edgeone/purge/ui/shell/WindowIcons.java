package edgeone.purge.ui.shell;

import edgeone.purge.ui.kit.task.Tasks;

import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * The icons of the window in every size, loaded in the background so that no frame waits for them.
 */
public final class WindowIcons {
    private static final Logger LOG = LoggerFactory.getLogger(WindowIcons.class);

    private static final String FILE = "/edgeone/purge/icons/edgeone-purge-%d.png";
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final Tasks tasks;

    public WindowIcons(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Adds them to a stage once they are loaded. */
    public void addTo(Stage stage) {
        tasks.run(
                WindowIcons::load,
                stage.getIcons()::addAll,
                broken -> LOG.warn("cannot load the window icons", broken));
    }

    private static List<Image> load() {
        List<Image> icons = new ArrayList<>();
        for (int size : SIZES) {
            URL icon = WindowIcons.class.getResource(FILE.formatted(size));
            if (icon != null) {
                icons.add(new Image(icon.toExternalForm()));
            }
        }
        return icons;
    }
}
