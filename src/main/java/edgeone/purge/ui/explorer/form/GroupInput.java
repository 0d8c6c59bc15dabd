package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiField;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.ui.kit.Boxes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object: its members one below the other. Without any of them it is left out. */
final class GroupInput implements Input {
    private final List<Line> lines = new ArrayList<>();
    private final VBox root = new VBox(10);
    private Map<String, JsonValue> given = Map.of();
    private @Nullable JsonValue odd;

    /** A member, its input, and both with a label. */
    private record Line(ApiField field, Input input, VBox box) {}

    /**
     * @param path of the object, which begins the IDs of the controls; empty for the whole
     */
    GroupInput(List<ApiField> fields, String path, Inputs inputs, Runnable changed) {
        for (ApiField field : fields) {
            String id = path.isEmpty() ? field.name() : path + "-" + field.name();
            Input input = inputs.of(field, id, changed);
            Label name = Boxes.wrapped(inputs.title(field), "strong");
            name.setLabelFor(input.node());
            Label doc = Boxes.wrapped(inputs.doc(field), "muted", "small");
            VBox box = new VBox(3, name, doc, input.node());
            lines.add(new Line(field, input, box));
            root.getChildren().add(box);
        }
        if (!path.isEmpty()) {
            root.getStyleClass().add("explorer-group");
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public @Nullable JsonValue value() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Line line : lines) {
            JsonValue value = line.input().value();
            if (value != null) {
                members.put(line.field().name(), value);
            }
        }
        given.forEach(
                (name, value) -> {
                    if (lines.stream().noneMatch(l -> l.field().name().equals(name))) {
                        members.put(name, value);
                    }
                });
        return members.isEmpty() ? odd : new Members(members);
    }

    @Override
    public void fill(@Nullable JsonValue value) {
        given = value instanceof Members(var members) ? members : Map.of();
        odd = value instanceof Members ? null : value;
        for (Line line : lines) {
            line.input().fill(given.get(line.field().name()));
        }
    }

    @Override
    public void requiredOnly(boolean only) {
        for (Line line : lines) {
            line.input().requiredOnly(only);
            boolean needed = line.field().required() || line.input().value() != null;
            Boxes.toggle(line.box(), !only || needed);
        }
    }
}
