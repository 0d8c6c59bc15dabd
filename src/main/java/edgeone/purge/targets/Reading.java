package edgeone.purge.targets;

import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.RewriteKind;

import java.util.Set;

/** What one line turned out to be. */
sealed interface Reading {
    /** A target, with what was changed and what deserves a remark. */
    record Sent(String text, Set<RewriteKind> rewrites, Set<RemarkKind> remarks)
            implements Reading {}

    /** A line that cannot be sent; the detail fills the kind's text. */
    record Refused(ProblemKind kind, String detail) implements Reading, HostName {
        static Refused of(ProblemKind kind, String detail) {
            return new Refused(kind, Excerpt.of(detail));
        }
    }
}
