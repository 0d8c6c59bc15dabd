package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The SQL of the schema, for whoever runs the database. */
final class SchemaPane extends VBox {
    private static final String FILE = "edgeone-purge-schema.sql";

    private final TeamViewModel model;
    private final Formats formats;
    private final FileAsk files;

    SchemaPane(TeamViewModel model, Formats formats, FileAsk files) {
        super(8);
        this.model = model;
        this.formats = formats;
        this.files = files;
        Label what = wrapped(formats.text("team.window.schema-what"), "muted");
        what.setMinHeight(USE_PREF_SIZE);
        Button copy = button("schema-copy");
        copy.setOnAction(_ -> model.copySchema(Copying::copy));
        Button save = button("schema-save");
        save.setOnAction(_ -> chooseFile());
        getChildren().addAll(what, new FlowPane(8, 8, copy, save));
    }

    private Button button(String name) {
        Button button = named("team-" + name, new Button(formats.text("team.window." + name)));
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(model.workProperty().isNotEqualTo(Work.NONE));
        return button;
    }

    private void chooseFile() {
        files.save(getScene().getWindow(), formats.text("team.window.schema-save"), FILE)
                .ifPresent(model::saveSchema);
    }
}
