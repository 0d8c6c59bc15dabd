package edgeone.purge.ui.kit.dialog;

import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks which file is meant. For the JavaFX thread. */
public interface FileAsk {
    /**
     * Asks for a file that is there.
     *
     * @param kinds what is offered; empty for every file
     * @return empty where the admin named none
     */
    Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds);

    /**
     * Asks where a file is to go.
     *
     * @param name the name it is offered under
     * @return empty where the admin named none
     */
    Optional<Path> save(Window over, String title, String name);
}
