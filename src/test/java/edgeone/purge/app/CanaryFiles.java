package edgeone.purge.app;

import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;

/** Answers file dialogs with a prepared file. */
final class CanaryFiles implements FileAsk {
    private final AtomicReference<Path> meant = new AtomicReference<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    /** Answers the next dialog with this file, and later ones with none. */
    Path mean(Path file) {
        meant.set(file);
        return file;
    }

    /** The titles of the dialogs so far. */
    Set<String> asked() {
        return asked;
    }

    @Override
    public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
        return answer(title);
    }

    @Override
    public Optional<Path> save(Window over, String title, String name) {
        return answer(title);
    }

    private Optional<Path> answer(String title) {
        asked.add(title);
        return Optional.ofNullable(meant.getAndSet(null));
    }
}
