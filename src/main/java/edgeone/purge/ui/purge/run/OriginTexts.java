package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.text.OriginWords;
import edgeone.purge.probe.origin.Round;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.run.OriginState;
import edgeone.purge.ui.shell.run.RunState;

import java.time.Duration;
import java.time.Instant;

/** What the screen says of the origin, which is asked before a purge. */
final class OriginTexts {
    private final Formats formats;
    private final OriginWords words;

    OriginTexts(Formats formats) {
        this.formats = formats;
        words = new OriginWords(formats.messages());
    }

    /** Whether the origin is being asked, so that nothing has been sent yet. */
    static boolean isAsking(RunState state) {
        OriginState origin = state.origin();
        return origin != null && origin.end() == null && state.phase() == RunState.Phase.SENDING;
    }

    /** What the button that cancels says. */
    static String cancelKey(RunState state) {
        return isAsking(state) ? "window.origin.cancel" : "window.run.cancel";
    }

    /** What was found; empty if the origin is not asked, or nothing is sent because of it. */
    String of(RunState state) {
        OriginState origin = state.origin();
        Round round = origin == null ? null : origin.round();
        if (origin == null || round == null) {
            return "";
        }
        return switch (origin.end()) {
            case null -> words.counts(round);
            case NEW -> formats.text("window.origin.new", round.targets());
            case ANYWAY ->
                    words.named(round).stripTrailing()
                            + "\n"
                            + formats.text("window.origin.anyway");
            case OLD, STOPPED -> "";
        };
    }

    /** When it is asked again; empty unless it is waited for. */
    String pause(RunState state) {
        OriginState origin = state.origin();
        Instant again = origin == null ? null : origin.again();
        Instant until = origin == null ? null : origin.until();
        if (again == null || until == null || state.phase() == RunState.Phase.ENDED) {
            return "";
        }
        return formats.text("window.origin.again", left(again).toSeconds(), duration(until));
    }

    private String duration(Instant until) {
        return formats.duration(left(until));
    }

    private Duration left(Instant until) {
        Duration left = Duration.between(formats.now(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
