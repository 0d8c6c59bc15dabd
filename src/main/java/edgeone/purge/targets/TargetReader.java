package edgeone.purge.targets;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.Target;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parses pasted text into targets of one type. */
public final class TargetReader {
    /** The longest target, in bytes as sent; far above what any browser accepts. */
    static final int LONGEST = 64 * 1024;

    private final PurgeType type;
    private final ZoneHosts hosts;

    /** Cached, because a list repeats few hosts and a zone may have thousands. */
    private final Map<String, Boolean> covered = new HashMap<>();

    private int lines;
    private int duplicates;
    private final Set<String> seen = new HashSet<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rewrite> rewrites = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private TargetReader(PurgeType type, ZoneHosts hosts) {
        this.type = type;
        this.hosts = hosts;
    }

    /**
     * Reads one target per line. Lines end with LF, CR LF or CR; Unicode white space and byte order
     * marks around a line are dropped, blank lines are skipped; there are no comments.
     *
     * @param type never {@link PurgeType#ALL}, which has no targets
     * @throws IllegalArgumentException for {@link PurgeType#ALL}
     */
    public static TargetList read(PurgeType type, String text, ZoneHosts hosts) {
        if (type == PurgeType.ALL) {
            throw new IllegalArgumentException("a purge of the whole zone has no targets");
        }
        return new TargetReader(type, hosts).readAll(text);
    }

    private TargetList readAll(String text) {
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            number++;
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            add(number, trim(text, start, end));
            boolean crLf = text.startsWith("\r\n", end);
            start = end + (crLf ? 2 : 1);
        }
        return new TargetList(lines, targets, duplicates, problems, rewrites, remarks);
    }

    private void add(int number, String line) {
        if (line.isEmpty()) {
            return;
        }
        lines++;
        switch (read(line)) {
            case Refused refused -> {
                if (problems.size() < TargetList.MAX_PROBLEMS) {
                    String excerpt = Excerpt.of(withoutUserInfo(line, refused));
                    problems.add(new Problem(number, excerpt, refused.kind(), refused.detail()));
                }
            }
            case Sent sent -> {
                if (!seen.add(sent.text())) {
                    duplicates++;
                    return;
                }
                targets.add(new Target(number, sent.text()));
                if (!sent.rewrites().isEmpty()) {
                    rewrites.add(new Rewrite(number, line, sent.text(), sent.rewrites()));
                }
                sent.remarks()
                        .forEach(kind -> remarks.add(new Remark(number, Excerpt.of(line), kind)));
            }
        }
    }

    private Reading read(String line) {
        if (line.length() > LONGEST) {
            return new Refused(ProblemKind.TOO_LONG, "");
        }
        Refused unfit = unfitCharacter(line);
        if (unfit != null) {
            return unfit;
        }
        Reading reading =
                switch (type) {
                    case URL -> UrlLine.read(line, false, this::isCovered);
                    case PREFIX -> UrlLine.read(line, true, this::isCovered);
                    case HOST -> HostLine.read(line, this::isCovered);
                    case CACHE_TAG -> readTag(line);
                    case ALL -> throw new IllegalStateException();
                };
        return reading instanceof Sent sent && isTooLong(sent.text())
                ? new Refused(ProblemKind.TOO_LONG, "")
                : reading;
    }

    private boolean isCovered(String host) {
        return covered.computeIfAbsent(host, hosts::covers);
    }

    /** The {@code Cache-Tag} header separates tags by commas, so a tag cannot contain one. */
    private static Reading readTag(String line) {
        return line.indexOf(',') >= 0
                ? new Refused(ProblemKind.COMMA_IN_TAG, "")
                : new Sent(line, Set.of(), Set.of());
    }

    private static boolean isTooLong(String target) {
        return target.length() > LONGEST / 3
                && target.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static @Nullable Refused unfitCharacter(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                return unfit(ProblemKind.CONTROL_CHARACTER, c);
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        i + 1 < line.length() && Character.isSurrogatePair(c, line.charAt(i + 1));
                if (!pair) {
                    return unfit(ProblemKind.NOT_UNICODE, c);
                }
                i++;
            }
        }
        return null;
    }

    private static Refused unfit(ProblemKind kind, char c) {
        return new Refused(kind, String.format(Locale.ROOT, "U+%04X", (int) c));
    }

    /** A pasted password must not appear on the screen. */
    private static String withoutUserInfo(String line, Refused refused) {
        if (refused.kind() != ProblemKind.USER_INFO) {
            return line;
        }
        int scheme = line.indexOf("://");
        return line.substring(0, scheme < 0 ? 0 : scheme + "://".length())
                + "…"
                + line.substring(line.lastIndexOf('@'));
    }

    private static String trim(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(first, last);
    }

    /** Unicode's property White_Space, and the byte order mark that editors leave behind. */
    private static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\u000B', '\f', '\u0085', '\u00A0', '\u1680' -> true;
            case '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }
}
