package edgeone.purge.targets;

import java.util.List;
import java.util.Set;

/**
 * The contents of a pasted text. Every line that is not blank is a target, a duplicate, or a
 * problem.
 *
 * @param lines lines that were not blank
 * @param targets distinct targets as they will be sent, in the order given
 * @param duplicates lines dropped because an earlier line has the same target
 * @param problems lines that cannot be sent, in order; at most {@value #MAX_PROBLEMS}, {@link
 *     #refused()} counts all of them
 * @param rewrites lines that are changed before they are sent, in order
 * @param remarks lines that are sent as written but may not do what is intended, in order
 */
public record TargetList(
        int lines,
        List<Target> targets,
        int duplicates,
        List<Problem> problems,
        List<Rewrite> rewrites,
        List<Remark> remarks) {
    /** A text with more bad lines than this is not a list of targets; the rest are only counted. */
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

    /** A line that was changed. */
    public record Rewrite(int line, String before, String after, Set<RewriteKind> kinds) {
        public Rewrite {
            kinds = Set.copyOf(kinds);
        }
    }

    /** A line that is sent as is but deserves a remark. */
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

        /** The message that says what is wrong and what to do; {@code {0}} is the detail. */
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

        /** The message that says what was changed. */
        public String messageKey() {
            return "targets.rewrite." + name();
        }
    }

    /** What deserves a remark. */
    public enum RemarkKind {
        FRAGMENT,
        WHOLE_HOST;

        /** The message that says what to watch out for. */
        public String messageKey() {
            return "targets.remark." + name();
        }
    }
}
