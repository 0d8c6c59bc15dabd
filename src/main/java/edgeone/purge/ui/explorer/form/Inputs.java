package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiField;
import edgeone.purge.api.FieldType;
import edgeone.purge.ui.kit.Formats;

/** Chooses the input for a parameter. */
final class Inputs {
    private static final String ID = "explorer-in-";

    private final Formats formats;

    Inputs(Formats formats) {
        this.formats = formats;
    }

    Input of(ApiField field, String path, Runnable changed) {
        String id = ID + path;
        String hint = title(field) + ". " + doc(field);
        if (field.type() == FieldType.OBJECT) {
            return field.list()
                    ? new RepeatInput(field, path, this, changed)
                    : new GroupInput(field.members(), path, this, changed);
        }
        boolean choice = !field.values().isEmpty() || field.type() == FieldType.BOOLEAN;
        return choice && !field.list()
                ? new ChoiceInput(field, id, hint, changed)
                : new TextInput(field, id, hint, changed);
    }

    String title(ApiField field) {
        String type = formats.text("explorer.type." + field.type().word());
        String words = field.list() ? formats.text("explorer.type.list", type) : type;
        return formats.text(
                field.required() ? "explorer.field.required" : "explorer.field",
                field.name(),
                words);
    }

    String doc(ApiField field) {
        return switch (formats.messages().language()) {
            case ENGLISH -> field.doc().english();
            case CHINESE -> field.doc().chinese();
        };
    }

    String text(String key) {
        return formats.text(key);
    }
}
