package edgeone.purge.ui.purge.intake;

import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.editor.TargetEditor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Puts what arrived into the editor; the bar says what it was read as. */
final class Taking {
    private final Formats formats;
    private final TargetEditor editor;
    private final IntakeBar bar;
    private final TextReading reading;
    private final Dialogs dialogs;

    /** The editor's lines right after a text was taken; other lines mean that someone edited. */
    private @Nullable List<String> arrived;

    Taking(
            Formats formats,
            TargetEditor editor,
            IntakeBar bar,
            TextReading reading,
            Dialogs dialogs) {
        this.formats = formats;
        this.editor = editor;
        this.bar = bar;
        this.reading = reading;
        this.dialogs = dialogs;
        reading.setUndecided(false);
    }

    /** Hides the bar once the lines are no longer those that were taken. */
    void edited(List<String> lines) {
        if (!lines.equals(arrived)) {
            hide();
        }
    }

    private void hide() {
        bar.hide();
        reading.setUndecided(false);
    }

    /**
     * Takes what arrived.
     *
     * @param below whether to add it below the last line rather than at the caret
     */
    void take(Arrival arrival, boolean below) {
        arrived = null;
        hide();
        switch (arrival) {
            case Arrival.Plain(Intake intake) -> take(intake, below);
            case Arrival.Recognised read -> take(read, below);
            case Arrival.Undecided(Recognition text, List<Format> readings) -> {
                List<String> before = editor.lines();
                take(text.plain(), below);
                bar.ask(readings, format -> choose(text, format, before));
                reading.setUndecided(true);
            }
            case Arrival.Unreadable(Recognition text, UnreadableException why) -> {
                if (text.plain() instanceof Intake.Lines) {
                    take(text.plain(), below);
                    bar.unreadable(why);
                } else {
                    refuse(text.plain(), why);
                }
            }
        }
        arrived = editor.lines();
    }

    private void take(Arrival.Recognised read, boolean below) {
        editor.insertRead(read.text().lines(), read.addresses(), below);
        bar.recognised(
                read.findings(),
                () -> {
                    hide();
                    editor.undo();
                },
                more -> {
                    editor.append(more);
                    arrived = editor.lines();
                });
    }

    private void take(Intake intake, boolean below) {
        switch (intake) {
            case Intake.Lines(List<String> lines) when below -> editor.append(lines);
            case Intake.Lines(List<String> lines) -> editor.insert(lines);
            case Intake.Refused refused ->
                    say(formats.text("window.intake." + refused.reason().name(), refused.line()));
        }
    }

    /** Says why a text can be taken neither as lines nor in its format. */
    private void refuse(Intake plain, UnreadableException why) {
        switch (why.reason()) {
            case BINARY, NOT_UTF8, OTHER_ENCODING, TOO_LARGE -> take(plain, true);
            default ->
                    say(formats.text(why.reason().messageKey(), why.line(), why.detail()).strip());
        }
    }

    private void say(String text) {
        dialogs.say(formats.text("window.intake.title"), text);
    }

    /**
     * Reads a text again and replaces its lines by the result.
     *
     * @param before the editor's lines before the text arrived
     */
    private void choose(Recognition text, Format format, List<String> before) {
        if (format == Format.LINES) {
            hide();
            return;
        }
        reading.readAs(
                text,
                format,
                null,
                arrival -> {
                    if (arrival instanceof Arrival.Recognised) {
                        editor.keepOnly(before);
                    }
                    take(arrival, true);
                },
                dialogs::error);
    }
}
