package edgeone.purge.ui.kit.dialog;

import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for a file. For the JavaFX thread. */
public interface FileAsk {
    /**
     * Asks for an existing file.
     *
     * @param kinds the file types offered; empty for all
     * @return empty if the user cancels
     */
    Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds);

    /**
     * Asks where to save a file.
     *
     * @param name the suggested name
     * @return empty if the user cancels
     */
    Optional<Path> save(Window over, String title, String name);
}
