package edgeone.purge.ui.kit;

import edgeone.purge.messages.Messages;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;

/** Loads the FXML of a view: the resource of the same name in its package. */
public final class Fxml {
    private Fxml() {}

    /** Loads {@code <simple name of view>.fxml} with {@code view} as its controller. */
    public static Parent load(Object view, Messages messages) {
        Class<?> type = view.getClass();
        String file = type.getSimpleName() + ".fxml";
        URL url = Objects.requireNonNull(type.getResource(file), file);
        FXMLLoader loader = new FXMLLoader(url, messages);
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
