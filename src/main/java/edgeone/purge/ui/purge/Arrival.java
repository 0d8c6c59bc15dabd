package edgeone.purge.ui.purge;

import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.intake.Findings;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.UnreadableException;

import java.util.ArrayList;
import java.util.List;

/** What came in, and what it was taken for. */
public sealed interface Arrival {
    /** Lines, or why nothing can be taken. */
    record Plain(Intake intake) implements Arrival {}

    /** Addresses were found in a text of another format. */
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

    /** The text can be read in several ways; it is taken as lines until a person says otherwise. */
    record Undecided(Recognition text, List<Format> formats) implements Arrival {
        public Undecided {
            formats = List.copyOf(formats);
        }
    }

    /** The text is damaged, or cannot be completed; it is taken as lines where it has any. */
    record Unreadable(Recognition text, UnreadableException why) implements Arrival {}
}
