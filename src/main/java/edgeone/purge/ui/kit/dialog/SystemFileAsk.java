package edgeone.purge.ui.kit.dialog;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks with the dialog of the operating system. */
public final class SystemFileAsk implements FileAsk {
    @Override
    public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds);
        return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(Window over, String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
    }
}
