package edgeone.purge.targets;

import edgeone.purge.targets.rules.Fix;

import java.util.List;
import java.util.Set;

/**
 * The contents of a pasted text. Every line that is not blank is a target, a duplicate, or a
 * problem.
 *
 * @param lines lines that were not blank; a line that was split counts once for each part
 * @param targets distinct targets as they will be sent, in the order given
 * @param duplicates lines dropped because an earlier line is the same target
 * @param problems lines that cannot be sent, in order; the first {@value #MAX_PROBLEMS} of them,
 *     all of them are counted by {@link #refused()}
 * @param rewrites lines that are sent otherwise than written, in order
 * @param remarks lines that are sent as written but may not do what is meant, in order
 * @param twins how many of the targets no line names; they stand behind the others
 */
public record TargetList(
        int lines,
        List<Target> targets,
        int duplicates,
        List<Problem> problems,
        List<Rewrite> rewrites,
        List<Remark> remarks,
        int twins) {
    /** No line at all. */
    public static final TargetList EMPTY =
            new TargetList(0, List.of(), 0, List.of(), List.of(), List.of(), 0);

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
        return lines - (targets.size() - twins) - duplicates;
    }

    /** A target as it will be sent, with the line (from 1) it came from. */
    public record Target(int line, String text) {}

    /**
     * A line that cannot be sent.
     *
     * @param excerpt the line, cut where it is very long
     * @param detail what the kind's text needs: the host, the scheme, the character; empty where
     *     nothing
     * @param fixes what may take the place of the line; empty where only a person knows
     */
    public record Problem(
            int line, String excerpt, ProblemKind kind, String detail, List<Fix> fixes) {
        public Problem {
            fixes = List.copyOf(fixes);
        }
    }

    /** A line that was changed. */
    public record Rewrite(int line, String before, String after, Set<RewriteKind> kinds) {
        public Rewrite {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * One change of a line.
     *
     * @param before the whole line before it
     * @param after the whole line after it
     */
    public record Step(RewriteKind kind, String before, String after) {}

    /**
     * A line that is sent as it is and deserves a word.
     *
     * @param fixes what may have been meant; empty where nothing can be guessed
     */
    public record Remark(int line, String excerpt, RemarkKind kind, List<Fix> fixes) {
        public Remark {
            fixes = List.copyOf(fixes);
        }
    }

    /** Why a line cannot be sent. */
    public enum ProblemKind {
        SEVERAL_TARGETS,
        WRAPPING,
        COMMENT,
        NO_SCHEME,
        FOREIGN_SCHEME,
        NO_HOST,
        BAD_HOST,
        BAD_PORT,
        WILDCARD_HOST,
        FOREIGN_HOST,
        HOST_OF_NO_ZONE,
        HOST_OF_SEVERAL_ZONES,
        USER_INFO,
        CONTROL_CHARACTER,
        NOT_UNICODE,
        QUERY_IN_DIRECTORY,
        DOT_SEGMENTS,
        FRAGMENT,
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
        SPLIT,
        UNWRAPPED,
        SCHEME_CASE,
        HOST_CASE,
        HOST_PUNYCODE,
        DEFAULT_PORT,
        ENCODED,
        SLASH_ADDED;

        /** The message that says what was changed. */
        public String messageKey() {
            return "targets.rewrite." + name();
        }
    }

    /** What deserves a remark. */
    public enum RemarkKind {
        WHOLE_HOST,
        BAD_PERCENT,
        WILDCARD,
        ENTITY,
        VARIABLE;

        /** The message that says what to watch out for. */
        public String messageKey() {
            return "targets.remark." + name();
        }
    }
}
