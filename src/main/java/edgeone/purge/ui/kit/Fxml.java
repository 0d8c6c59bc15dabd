package edgeone.purge.ui.kit;

import edgeone.purge.messages.Messages;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Loads the FXML of a view: the file beside it in the resources that has its name. */
public final class Fxml {
    /** Needs no toolkit: these two are no controls. */
    private static final String LEAST =
            "<?import javafx.scene.layout.*?><VBox spacing=\"1\"><Region minWidth=\"0\"/></VBox>";

    private Fxml() {}

    /**
     * Finds and sets up the XML reader and the loader, so that the first view need not wait for
     * them. Callable on any thread, before the toolkit runs.
     */
    public static void prepare() {
        try {
            new FXMLLoader().load(new ByteArrayInputStream(LEAST.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(LEAST, e);
        }
    }

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
