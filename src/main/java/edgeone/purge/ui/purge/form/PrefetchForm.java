package edgeone.purge.ui.purge.form;

import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PrefetchOptions.Mode;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.stream.Collectors;

/** What the form holds of how a prefetch fetches. */
public final class PrefetchForm {
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DEFAULT);
    private final StringProperty headers = new SimpleStringProperty("");
    private final BooleanProperty mediaSegments = new SimpleBooleanProperty();

    PrefetchForm() {}

    /** As entered now; a header may be one that cannot be sent. */
    PrefetchOptions options() {
        return new PrefetchOptions(
                mode.get(),
                headers.get().lines().filter(line -> !line.isBlank()).map(Header::of).toList(),
                mediaSegments.get());
    }

    void fill(PrefetchOptions options) {
        mode.set(options.mode());
        headers.set(options.headers().stream().map(Header::line).collect(Collectors.joining("\n")));
        mediaSegments.set(options.mediaSegments());
    }

    /** Calls {@code change} when any of it changes. */
    public void listen(Runnable change) {
        mode.subscribe(_ -> change.run());
        headers.subscribe(_ -> change.run());
        mediaSegments.subscribe(_ -> change.run());
    }

    /** How far the objects go. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Headers of the requests to the origin, {@code Name: value}, one a line. */
    public StringProperty headersProperty() {
        return headers;
    }

    /** Whether the segments of M3U8 playlists are fetched too. */
    public BooleanProperty mediaSegmentsProperty() {
        return mediaSegments;
    }
}
