package edgeone.purge.targets;

import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.rules.Fix;

import java.util.List;

/** What one line turned out to be. */
sealed interface Reading {
    /** A target, with what was changed on the way and what deserves a word. */
    record Sent(String text, List<Step> steps, List<Word> words) implements Reading {
        public Sent {
            steps = List.copyOf(steps);
            words = List.copyOf(words);
        }
    }

    /** What deserves a word, and what may have been meant. */
    record Word(RemarkKind kind, List<Fix> fixes) {
        public Word {
            fixes = List.copyOf(fixes);
        }
    }

    /** A line that cannot be sent; the detail fills the kind's text. */
    record Refused(ProblemKind kind, String detail, List<Fix> fixes) implements Reading, HostName {
        public Refused {
            fixes = List.copyOf(fixes);
        }

        static Refused of(ProblemKind kind) {
            return new Refused(kind, "", List.of());
        }

        static Refused of(ProblemKind kind, String detail) {
            return new Refused(kind, Excerpt.of(detail), List.of());
        }

        static Refused of(ProblemKind kind, List<Fix> fixes) {
            return new Refused(kind, "", fixes);
        }
    }
}
