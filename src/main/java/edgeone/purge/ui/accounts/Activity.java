package edgeone.purge.ui.accounts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** Whether the screen is busy, and what went wrong last. */
final class Activity {
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    void begin() {
        trouble.set(null);
        busy.set(true);
    }

    void end() {
        busy.set(false);
    }

    /** Ends with an error. What was typed stays. */
    void fail(Exception e) {
        busy.set(false);
        trouble.set(e);
    }

    /** Shows an error, whether busy or not; null hides it. */
    void show(@Nullable Exception e) {
        trouble.set(e);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
