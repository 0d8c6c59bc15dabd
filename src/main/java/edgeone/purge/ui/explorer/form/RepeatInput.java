package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiField;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.ui.kit.Boxes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of objects, each a group that can be removed, and a button that adds one. */
final class RepeatInput implements Input {
    private final ApiField field;
    private final String path;
    private final Inputs inputs;
    private final Runnable changed;
    private final List<GroupInput> groups = new ArrayList<>();
    private final VBox entries = new VBox(8);
    private final VBox root;
    private int count;

    /**
     * @param path of the list, which begins the IDs of the controls
     */
    RepeatInput(ApiField field, String path, Inputs inputs, Runnable changed) {
        this.field = field;
        this.path = path;
        this.inputs = inputs;
        this.changed = changed;
        Button add = new Button(inputs.text("explorer.add"));
        add.setId(path + "-add");
        add.setAccessibleText(inputs.text("explorer.add") + " " + field.name());
        add.setOnAction(_ -> add(null));
        root = new VBox(8, entries, add);
    }

    private void add(@Nullable JsonValue value) {
        count++;
        GroupInput group = new GroupInput(field.members(), path + "-" + count, inputs, changed);
        group.fill(value);
        groups.add(group);
        Button remove = new Button(inputs.text("explorer.remove"));
        remove.setAccessibleText(inputs.text("explorer.remove") + " " + field.name());
        VBox entry = new VBox(6, group.node(), remove);
        remove.setOnAction(
                _ -> {
                    groups.remove(group);
                    entries.getChildren().remove(entry);
                    changed.run();
                });
        entries.getChildren().add(entry);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public @Nullable JsonValue value() {
        List<JsonValue> items =
                groups.stream().map(GroupInput::value).filter(Objects::nonNull).toList();
        return items.isEmpty() ? null : new Items(items);
    }

    @Override
    public void fill(@Nullable JsonValue value) {
        if (value == null ? value() == null : value.equals(value())) {
            return;
        }
        groups.clear();
        entries.getChildren().clear();
        if (value instanceof Items(var items)) {
            items.forEach(this::add);
        }
    }

    @Override
    public void requiredOnly(boolean only) {
        groups.forEach(group -> group.requiredOnly(only));
    }
}
