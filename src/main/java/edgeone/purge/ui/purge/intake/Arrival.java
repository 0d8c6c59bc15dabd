package edgeone.purge.ui.purge.intake;

import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.intake.Findings;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.UnreadableException;

import java.util.ArrayList;
import java.util.List;

/** A text that came in, and what it was read as. */
public sealed interface Arrival {
    /** Plain lines, or the reason they were refused. */
    record Plain(Intake intake) implements Arrival {}

    /** Addresses found in a text of another format. */
    record Recognised(Recognition text, Findings findings) implements Arrival {
        List<String> addresses() {
            TargetLines lines = findings.lines();
            List<String> addresses = new ArrayList<>(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                addresses.add(lines.text(i));
            }
            return addresses;
        }
    }

    /** The text fits several formats; it counts as lines until a person chooses one. */
    record Undecided(Recognition text, List<Format> formats) implements Arrival {
        public Undecided {
            formats = List.copyOf(formats);
        }
    }

    /** The text is damaged or incomplete; it counts as lines if it has any. */
    record Unreadable(Recognition text, UnreadableException why) implements Arrival {}
}
