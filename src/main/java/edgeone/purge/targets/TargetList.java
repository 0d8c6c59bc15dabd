package edgeone.purge.targets;

import java.util.List;
import java.util.Set;

/**
 * What a pasted text holds. Every line that is not blank is one of three: a target, a duplicate, or
 * a problem.
 *
 * @param lines lines that were not blank
 * @param targets distinct targets as they will be sent, in the order given
 * @param duplicates lines dropped because an earlier line is the same target
 * @param problems lines that cannot be sent, in order; the first {@value #MAX_PROBLEMS} of them,
 *     all of them are counted by {@link #refused()}
 * @param rewrites lines that are sent otherwise than written, in order
 * @param remarks lines that are sent as written but may not do what is meant, in order
 */
public record TargetList(
        int lines,
        List<Target> targets,
        int duplicates,
        List<Problem> problems,
        List<Rewrite> rewrites,
        List<Remark> remarks) {
    /** A text with more bad lines than this is not a list of targets; the rest is only counted. */
    public static final int MAX_PROBLEMS = 100_000;

    public TargetList {
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
        rewrites = List.copyOf(rewrites);
        remarks = List.copyOf(remarks);
    }

    /** How many lines cannot be sent. */
    public int refused() {
        return lines - targets.size() - duplicates;
    }

    /** A target as it will be sent, with the line (from 1) it came from. */
    public record Target(int line, String text) {}

    /**
     * A line that cannot be sent.
     *
     * @param excerpt the line, cut where it is very long
     * @param detail what the kind's text needs: the host, the scheme, the character; empty where
     *     nothing
     */
    public record Problem(int line, String excerpt, ProblemKind kind, String detail) {}

    /** A line that was changed on the way. */
    public record Rewrite(int line, String before, String after, Set<RewriteKind> kinds) {
        public Rewrite {
            kinds = Set.copyOf(kinds);
        }
    }

    /** A line that is sent as it is and deserves a word. */
    public record Remark(int line, String excerpt, RemarkKind kind) {}

    /** Why a line cannot be sent. */
    public enum ProblemKind {
        NO_SCHEME,
        FOREIGN_SCHEME,
        NO_HOST,
        BAD_HOST,
        BAD_PORT,
        WILDCARD_HOST,
        FOREIGN_HOST,
        USER_INFO,
        CONTROL_CHARACTER,
        NOT_UNICODE,
        QUERY_IN_DIRECTORY,
        HOST_WITH_SCHEME,
        HOST_WITH_PATH,
        COMMA_IN_TAG,
        TOO_LONG;

        /** The text that says what is wrong and what to do; {@code {0}} is the detail. */
        public String messageKey() {
            return "targets.problem." + name();
        }
    }

    /** How a line was changed. */
    public enum RewriteKind {
        SCHEME_CASE,
        HOST_CASE,
        HOST_PUNYCODE,
        ENCODED,
        SLASH_ADDED;

        /** The text that says what was changed. */
        public String messageKey() {
            return "targets.rewrite." + name();
        }
    }

    /** What deserves a word. */
    public enum RemarkKind {
        FRAGMENT,
        WHOLE_HOST;

        /** The text that says what to mind. */
        public String messageKey() {
            return "targets.remark." + name();
        }
    }
}
