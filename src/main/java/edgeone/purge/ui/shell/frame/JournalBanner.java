package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.run.JournalLoss;
import edgeone.purge.ui.shell.run.Runs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Warns that the journal was replaced, and saves what it could not record. */
final class JournalBanner implements Part {
    private final Runs runs;
    private final Formats formats;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final Label text = named("journalBannerText", growing(wrapped("")));
    private final Button save = named("journalBannerSave", unsqueezed(new Button()));
    private final HBox root =
            named(
                    "journalBanner",
                    styled(
                            new HBox(new FontIcon("fth-alert-circle"), text, save),
                            "banner",
                            "danger"));
    private final Subscription watching;

    JournalBanner(Runs runs, Formats formats, Dialogs dialogs, FileAsk files) {
        this.runs = runs;
        this.formats = formats;
        this.dialogs = dialogs;
        this.files = files;
        save.setText(formats.text("window.journal-loss.save"));
        save.setOnAction(_ -> save());
        watching = runs.lossProperty().subscribe(this::show);
    }

    @Override
    public HBox root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    private void show(@Nullable JournalLoss loss) {
        toggle(root, loss != null);
        if (loss != null) {
            text.setText(
                    formats.text("window.journal-loss.text", loss.journal().file().toString()));
            toggle(save, !loss.cuts().isEmpty());
        }
    }

    private void save() {
        files.save(
                        root.getScene().getWindow(),
                        formats.text("window.journal-loss.save"),
                        "edgeone-purge-requests.txt")
                .ifPresent(
                        file ->
                                runs.saveLoss(
                                        file,
                                        formats.messages(),
                                        () ->
                                                dialogs.say(
                                                        formats.text("window.journal-loss.save"),
                                                        formats.text(
                                                                "window.journal-loss.saved",
                                                                file.toString())),
                                        dialogs::error));
    }
}
