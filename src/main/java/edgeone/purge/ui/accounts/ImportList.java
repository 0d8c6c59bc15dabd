package edgeone.purge.ui.accounts;

import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys of other tools, each with an Add button, and what was skipped and why. */
final class ImportList extends VBox {
    private final Formats formats;
    private final AccountsViewModel model;

    ImportList(Formats formats, ImportReport report, AccountsViewModel model) {
        super(10);
        this.formats = formats;
        this.model = model;
        if (report.found().isEmpty()) {
            getChildren().add(wrapped(formats.text("window.accounts.nothing")));
        }
        int number = 0;
        for (ImportReport.Found found : report.found()) {
            getChildren().add(row(found, number++));
        }
        if (!report.skipped().isEmpty()) {
            Label title = new Label(formats.text("window.accounts.skipped"));
            title.getStyleClass().add("title");
            getChildren().add(title);
            report.skipped()
                    .forEach(
                            s ->
                                    getChildren()
                                            .add(
                                                    wrapped(
                                                            formats.text(
                                                                    s.reason().key(),
                                                                    s.origin()))));
        }
    }

    private VBox row(ImportReport.Found found, int number) {
        TextField name = new TextField(found.name());
        name.setId("import-name-" + number);
        name.setAccessibleText(formats.text("window.accounts.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button take = new Button(formats.text("window.accounts.take"));
        take.setId("import-take-" + number);
        take.setMinWidth(Region.USE_PREF_SIZE);
        Label what =
                wrapped(
                        formats.text(
                                "window.accounts.take-what",
                                found.secretId(),
                                found.site().label(),
                                found.origin()));
        what.getStyleClass().addAll("muted", "small");
        Label trouble = wrapped("");
        trouble.getStyleClass().add("danger-text");
        toggle(trouble, false);
        take.setOnAction(
                _ -> {
                    take.setDisable(true);
                    toggle(trouble, false);
                    model.take(
                            found,
                            name.getText(),
                            _ -> {
                                name.setDisable(true);
                                take.setText(formats.text("window.accounts.taken"));
                            },
                            e -> {
                                take.setDisable(false);
                                trouble.setText(formats.trouble(e).why());
                                toggle(trouble, true);
                            });
                });
        return new VBox(4, new HBox(8, name, take), what, trouble);
    }
}
