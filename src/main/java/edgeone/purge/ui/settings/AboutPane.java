package edgeone.purge.ui.settings;

import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.layout.VBox;

/** What the program is and where it keeps its files. */
final class AboutPane extends VBox {
    private final Formats formats;

    AboutPane(Formats formats, SettingsAccess.About program) {
        super(8);
        this.formats = formats;
        Fields fields = new Fields(formats, SettingsView.NAMES_WIDTH);
        fact(fields, "about-version", "settings.version", program.version());
        fact(fields, "about-built", "settings.built", program.built());
        fact(fields, "about-commit", "settings.commit", program.commit());
        fact(fields, "about-home", "settings.home", program.home().toString());
        getChildren()
                .addAll(
                        fields,
                        wrapped(
                                program.licences() == null
                                        ? formats.text("settings.licences")
                                        : formats.text(
                                                "settings.licences-in",
                                                program.licences().toString()),
                                "muted"));
    }

    private void fact(Fields fields, String id, String text, String value) {
        CopyField field = new CopyField();
        field.show(value.isEmpty() ? formats.text("settings.unknown") : value);
        fields.add(id, text, field);
    }
}
