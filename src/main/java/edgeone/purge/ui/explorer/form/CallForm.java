package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiField;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Parent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The form of an action. */
public final class CallForm {
    private final Inputs inputs;
    private final Consumer<Members> changed;
    private final VBox root = new VBox();
    private GroupInput group;
    private @Nullable ApiAction action;
    private boolean only;

    /**
     * @param changed receives all parameters when the user has changed one
     */
    public CallForm(Formats formats, Consumer<Members> changed) {
        inputs = new Inputs(formats);
        this.changed = changed;
        group = group(List.of());
    }

    private GroupInput group(List<ApiField> fields) {
        return new GroupInput(fields, "", inputs, () -> changed.accept(parameters()));
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows an action with its parameters.
     *
     * @param chosen null for one that is not described: it has no form
     */
    public void show(@Nullable ApiAction chosen, Members parameters) {
        if (chosen == null || !chosen.equals(action)) {
            action = chosen;
            group = group(chosen == null ? List.of() : chosen.parameters());
            root.getChildren().setAll(group.node());
        }
        group.fill(parameters);
        group.requiredOnly(only);
    }

    public void requiredOnly(boolean required) {
        only = required;
        group.requiredOnly(required);
    }

    private Members parameters() {
        return group.value() instanceof Members members ? members : new Members(Map.of());
    }
}
