package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.value.JsonValue;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** Where one value is filled in. */
interface Input {
    Node node();

    /** What is filled in; null if it is left out. */
    @Nullable JsonValue value();

    /** Fills it in, without telling that it changed. */
    void fill(@Nullable JsonValue value);

    /** Hides what may be left out and is, or shows it again. */
    default void requiredOnly(boolean only) {}
}
