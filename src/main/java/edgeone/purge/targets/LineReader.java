package edgeone.purge.targets;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.Reading.Word;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;
import edgeone.purge.targets.rules.SeveralInLine;
import edgeone.purge.targets.rules.TwinKind;
import edgeone.purge.targets.rules.Twins;
import edgeone.purge.targets.rules.Wrapping;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads single lines as targets of one type. */
final class LineReader {
    /** The longest target, in bytes as sent; far above any address a browser takes. */
    static final int LONGEST = 64 * 1024;

    private final PurgeType type;
    private final ZoneHosts hosts;

    /** A list names few hosts many times, and a zone may have thousands. */
    private final Map<String, Boolean> covered = new HashMap<>();

    /**
     * Reads lines of a type.
     *
     * @throws IllegalArgumentException for {@link PurgeType#ALL}, which has no targets
     */
    LineReader(PurgeType type, ZoneHosts hosts) {
        if (type == PurgeType.ALL) {
            throw new IllegalArgumentException("a purge of the whole zone has no targets");
        }
        this.type = type;
        this.hosts = hosts;
    }

    /** The line without the white space around it that says nothing; empty for a blank one. */
    String trim(String line) {
        String bare = trim(line, true);
        // A no-break space is what a document puts around an address: it is told, not dropped.
        return bare.isEmpty() || type == PurgeType.CACHE_TAG ? bare : trim(line, false);
    }

    /**
     * What a trimmed line is.
     *
     * @param takesFixes see {@link Cleaning#takesFixes()}; one reading for each part of the line
     */
    List<Reading> read(String line, boolean takesFixes) {
        if (!takesFixes || type == PurgeType.CACHE_TAG || line.length() > LONGEST) {
            return List.of(read(line));
        }
        SeveralInLine several = several(line);
        if (several.isSeveral() && several.certain()) {
            return several.parts().stream()
                    .map(part -> behind(new Step(RewriteKind.SPLIT, line, part), read(part)))
                    .toList();
        }
        String clean = several.isSeveral() ? line : Wrapping.clean(line);
        return List.of(
                clean.equals(line)
                        ? read(line)
                        : behind(new Step(RewriteKind.UNWRAPPED, line, clean), read(clean)));
    }

    /** The twins of what is sent, as far as they could be written in a line themselves. */
    List<String> twins(String sent, Set<TwinKind> kinds) {
        List<String> twins =
                switch (type) {
                    case URL, PREFETCH -> Twins.ofUrl(sent, kinds);
                    case PREFIX -> Twins.ofDirectory(sent, kinds);
                    case HOST, CACHE_TAG, ALL -> List.of();
                };
        return twins.stream()
                .filter(t -> read(t) instanceof Sent again && again.text().equals(t))
                .toList();
    }

    /** A refused part is refused as it stands. */
    private static Reading behind(Step first, Reading reading) {
        if (!(reading instanceof Sent sent)) {
            return reading;
        }
        List<Step> steps = new ArrayList<>(List.of(first));
        steps.addAll(sent.steps());
        return new Sent(sent.text(), steps, sent.words());
    }

    private Reading read(String line) {
        if (line.length() > LONGEST) {
            return Refused.of(ProblemKind.TOO_LONG);
        }
        if (type == PurgeType.CACHE_TAG) {
            Refused unfit = unfitCharacter(line);
            return unfit == null ? fitting(readTag(line)) : unfit;
        }
        SeveralInLine several = several(line);
        if (several.isSeveral()) {
            return Refused.of(
                    ProblemKind.SEVERAL_TARGETS, List.of(new Fix(FixKind.SPLIT, several.parts())));
        }
        Refused unfit = unfitCharacter(line);
        if (unfit != null) {
            return unfit;
        }
        String clean = Wrapping.clean(line);
        if (!clean.equals(line)) {
            return Refused.of(ProblemKind.WRAPPING, List.of(Fix.of(FixKind.UNWRAP, clean)));
        }
        if (line.startsWith("#")) {
            return Refused.of(ProblemKind.COMMENT, List.of(new Fix(FixKind.DROP_LINE, List.of())));
        }
        return fitting(
                type == PurgeType.HOST
                        ? HostLine.read(line, this::isCovered)
                        : UrlLine.read(line, type == PurgeType.PREFIX, this::isCovered));
    }

    private SeveralInLine several(String line) {
        SeveralInLine several = SeveralInLine.addresses(line);
        return several.isSeveral() || type != PurgeType.HOST ? several : SeveralInLine.hosts(line);
    }

    private boolean isCovered(String host) {
        return covered.computeIfAbsent(host, hosts::covers);
    }

    /** The {@code Cache-Tag} header separates tags by commas, so no tag has one. */
    private static Reading readTag(String line) {
        if (!line.contains(",")) {
            return new Sent(
                    line,
                    List.of(),
                    Variable.isIn(line)
                            ? List.of(new Word(RemarkKind.VARIABLE, List.of()))
                            : List.of());
        }
        List<String> tags =
                Arrays.stream(line.split(","))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList();
        return Refused.of(
                ProblemKind.COMMA_IN_TAG,
                tags.isEmpty() ? List.of() : List.of(new Fix(FixKind.SPLIT, tags)));
    }

    private static Reading fitting(Reading reading) {
        return reading instanceof Sent sent && isTooLong(sent.text())
                ? Refused.of(ProblemKind.TOO_LONG)
                : reading;
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
        return Refused.of(kind, String.format(Locale.ROOT, "U+%04X", (int) c));
    }

    private static String trim(String line, boolean noBreak) {
        int first = 0;
        int last = line.length();
        while (first < last && isBlank(line.charAt(first), noBreak)) {
            first++;
        }
        while (last > first && isBlank(line.charAt(last - 1), noBreak)) {
            last--;
        }
        return line.substring(first, last);
    }

    /** White space, and the byte order mark that editors leave behind. */
    private static boolean isBlank(char c, boolean noBreak) {
        return switch (c) {
            case '\u00A0', '\u2007', '\u202F' -> noBreak;
            case '\uFEFF' -> true;
            default -> AddressText.isSpace(c);
        };
    }
}
