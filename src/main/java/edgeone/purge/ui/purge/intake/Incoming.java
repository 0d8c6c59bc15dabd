package edgeone.purge.ui.purge.intake;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.CanceledReadException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.purge.editor.TargetEditor;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Subscription;

import java.nio.file.Path;
import java.util.List;

/** The ways text comes in: pasting, dropping, and the button that opens a file. */
public final class Incoming {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Formats formats;
    private final TargetEditor editor;
    private final TextReading reading;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final IntakeBar bar;
    private final Taking taking;
    private final Button open = named("open", unsqueezed(new Button()));
    private final Subscription watching;

    public Incoming(
            Formats formats,
            TargetEditor editor,
            TextReading reading,
            Dialogs dialogs,
            FileAsk files) {
        this.formats = formats;
        this.editor = editor;
        this.reading = reading;
        this.dialogs = dialogs;
        this.files = files;
        bar = new IntakeBar(formats);
        taking = new Taking(formats, editor, bar, reading, dialogs);
        open.setText(formats.text("window.purge.open"));
        open.setOnAction(_ -> chooseFile());
        editor.listenPaste(text -> read(text, false));
        editor.setOnDragOver(this::dragOver);
        editor.setOnDragDropped(this::dropped);
        editor.setOnDragExited(_ -> dropping(false));
        watching =
                reading.session()
                        .typeProperty()
                        .subscribe(type -> toggle(open, type != PurgeType.ALL));
    }

    /** The line that says what a text was read as; hidden until one is. */
    public Parent bar() {
        return bar.root();
    }

    /** The button that opens a file. */
    public Button open() {
        return open;
    }

    /** Takes no files or drops while locked. */
    public void lock(boolean locked) {
        open.setDisable(locked);
    }

    /** Must be told of every edit, because the bar is only true of the text that was taken. */
    public void edited(List<String> lines) {
        taking.edited(lines);
    }

    public void close() {
        watching.unsubscribe();
    }

    private void chooseFile() {
        files.open(
                        open.getScene().getWindow(),
                        formats.text("window.purge.open"),
                        List.of(
                                new ExtensionFilter(
                                        formats.text("window.purge.textFiles"),
                                        "*.txt",
                                        "*.csv",
                                        "*.tsv",
                                        "*.log",
                                        "*.json",
                                        "*.xml",
                                        "*.gz",
                                        "*.html",
                                        "*.md",
                                        "*.har"),
                                new ExtensionFilter(formats.text("window.purge.allFiles"), "*.*")))
                .ifPresent(this::read);
    }

    private void read(Path file) {
        FileReading progress = new FileReading(bar, reading::onUi);
        reading.readFile(
                file,
                progress,
                arrival -> {
                    progress.end();
                    taking.take(arrival, true);
                },
                trouble -> {
                    progress.end();
                    if (!(trouble instanceof CanceledReadException)) {
                        dialogs.error(trouble);
                    }
                });
    }

    private void read(String text, boolean below) {
        reading.readText(text, arrival -> taking.take(arrival, below), dialogs::error);
    }

    private void dragOver(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (!open.isDisabled() && (board.hasFiles() || board.hasString())) {
            event.acceptTransferModes(TransferMode.COPY);
            dropping(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        dropping(false);
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().forEach(file -> read(file.toPath()));
        } else if (board.hasString()) {
            read(board.getString(), true);
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private void dropping(boolean now) {
        editor.pseudoClassStateChanged(DROPPING, now);
    }
}
