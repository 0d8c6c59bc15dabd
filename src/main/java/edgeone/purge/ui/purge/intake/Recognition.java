package edgeone.purge.ui.purge.intake;

import edgeone.purge.targets.intake.BaseAddress;
import edgeone.purge.targets.intake.Findings;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.TextIntake;
import edgeone.purge.targets.intake.TextIntake.Outcome;
import edgeone.purge.targets.intake.TextSource;
import edgeone.purge.targets.intake.UnreadableException;
import edgeone.purge.targets.intake.Watch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * Recognises the format of a text from the clipboard or a file.
 *
 * @param source can be read more than once
 * @param plain the same text as lines, or the reason it is not a list of lines
 */
public record Recognition(TextSource source, Intake plain) {
    /** What the text holds: plain lines unless another format is certain. */
    Arrival recognise(Watch watch) throws IOException {
        try {
            return switch (new TextIntake(null, watch).read(source)) {
                case Outcome.Undecided(List<Format> formats) ->
                        new Arrival.Undecided(this, formats);
                case Outcome.Read(Findings findings)
                        when findings.format() == Format.LINES && !isPacked() ->
                        new Arrival.Plain(plain);
                case Outcome.Read(Findings findings) -> new Arrival.Recognised(this, findings);
            };
        } catch (UnreadableException e) {
            return new Arrival.Unreadable(this, e);
        }
    }

    /** Whether the bytes are not text themselves but contain some, as an archive does. */
    private boolean isPacked() {
        return plain instanceof Intake.Refused refused
                && refused.reason() != Intake.Reason.LINE_TOO_LONG
                && refused.reason() != Intake.Reason.TEXT_TOO_LONG;
    }

    /**
     * Reads the text in this format.
     *
     * @param base what relative addresses are completed with; null if there is none
     */
    Arrival as(Format format, @Nullable BaseAddress base, Watch watch) throws IOException {
        try {
            return new Arrival.Recognised(this, new TextIntake(base, watch).read(source, format));
        } catch (UnreadableException e) {
            return new Arrival.Unreadable(this, e);
        }
    }

    /** The lines of the text; empty if it is not a list of lines. */
    List<String> lines() {
        return plain instanceof Intake.Lines(List<String> lines) ? lines : List.of();
    }
}
