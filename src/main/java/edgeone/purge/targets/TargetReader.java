package edgeone.purge.targets;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.rules.TwinKind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads lines into targets of one type. */
public final class TargetReader {
    private final LineReader reader;
    private final Cleaning cleaning;
    private int lines;
    private int duplicates;
    private int twins;
    private final Set<String> seen = new HashSet<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rewrite> rewrites = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private TargetReader(PurgeType type, ZoneHosts hosts, Cleaning cleaning) {
        reader = new LineReader(type, hosts);
        this.cleaning = cleaning;
    }

    /**
     * Reads one target a line, as written.
     *
     * @see #read(PurgeType, TargetLines, ZoneHosts, Cleaning)
     */
    public static TargetList read(PurgeType type, String text, ZoneHosts hosts) {
        return read(type, TargetLines.of(text), hosts, Cleaning.NONE);
    }

    /**
     * Reads one target a line. Unicode white space and byte order marks around a line are dropped,
     * blank lines do not count; nothing is a comment.
     *
     * @param type never {@link PurgeType#ALL}, which has no targets
     * @throws IllegalArgumentException for {@link PurgeType#ALL}
     */
    public static TargetList read(
            PurgeType type, TargetLines lines, ZoneHosts hosts, Cleaning cleaning) {
        return new TargetReader(type, hosts, cleaning).readAll(lines);
    }

    /**
     * What would be sent for one line, and why; with every twin there is.
     *
     * @throws IllegalArgumentException for {@link PurgeType#ALL}
     */
    public static Explanation explain(PurgeType type, String line, ZoneHosts hosts) {
        LineReader reader = new LineReader(type, hosts);
        String trimmed = reader.trim(line);
        return switch (reader.read(trimmed, false).getFirst()) {
            case Refused refused ->
                    new Explanation(
                            line,
                            null,
                            List.of(),
                            problem(1, trimmed, refused),
                            List.of(),
                            List.of());
            case Sent sent ->
                    new Explanation(
                            line,
                            sent.text(),
                            sent.steps(),
                            null,
                            remarks(1, trimmed, sent),
                            reader.twins(sent.text(), EnumSet.allOf(TwinKind.class)));
        };
    }

    private TargetList readAll(TargetLines given) {
        for (int i = 0; i < given.size(); i++) {
            String line = reader.trim(given.text(i));
            if (!line.isEmpty()) {
                add(given.number(i), line);
            }
        }
        addTwins();
        return new TargetList(lines, targets, duplicates, problems, rewrites, remarks, twins);
    }

    private void add(int number, String line) {
        for (Reading reading : reader.read(line, cleaning.takesFixes())) {
            lines++;
            switch (reading) {
                case Refused refused -> {
                    if (problems.size() < TargetList.MAX_PROBLEMS) {
                        problems.add(problem(number, line, refused));
                    }
                }
                case Sent sent -> add(number, line, sent);
            }
        }
    }

    private void add(int number, String line, Sent sent) {
        if (!seen.add(sent.text())) {
            duplicates++;
            return;
        }
        targets.add(new Target(number, sent.text()));
        if (!sent.steps().isEmpty()) {
            rewrites.add(
                    new Rewrite(
                            number,
                            line,
                            sent.text(),
                            sent.steps().stream().map(Step::kind).collect(Collectors.toSet())));
        }
        remarks.addAll(remarks(number, line, sent));
    }

    private void addTwins() {
        if (cleaning.twins().isEmpty()) {
            return;
        }
        for (Target target : List.copyOf(targets)) {
            for (String twin : reader.twins(target.text(), cleaning.twins())) {
                if (seen.add(twin)) {
                    targets.add(new Target(target.line(), twin));
                    twins++;
                }
            }
        }
    }

    static Problem problem(int number, String line, Refused refused) {
        String excerpt = Excerpt.of(withoutUserInfo(line, refused));
        return new Problem(number, excerpt, refused.kind(), refused.detail(), refused.fixes());
    }

    private static List<Remark> remarks(int number, String line, Sent sent) {
        return sent.words().stream()
                .map(word -> new Remark(number, Excerpt.of(line), word.kind(), word.fixes()))
                .toList();
    }

    /** A password in a pasted URL must not be shown on the screen. */
    private static String withoutUserInfo(String line, Refused refused) {
        if (refused.kind() != ProblemKind.USER_INFO) {
            return line;
        }
        int scheme = line.indexOf("://");
        return line.substring(0, scheme < 0 ? 0 : scheme + "://".length())
                + "…"
                + line.substring(line.lastIndexOf('@'));
    }
}
