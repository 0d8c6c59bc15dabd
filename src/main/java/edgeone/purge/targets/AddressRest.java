package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.Reading.Word;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.rules.DotSegments;
import edgeone.purge.targets.rules.Entities;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind the host of an address. */
final class AddressRest {
    private AddressRest() {}

    /**
     * Why it cannot be sent; null where it can.
     *
     * @param rest where it begins in {@code line}
     */
    static @Nullable Refused refused(String line, int rest, boolean directory) {
        int pathEnd = UrlLine.firstOf(line, "?#", rest);
        if (directory && pathEnd < line.length()) {
            return Refused.of(ProblemKind.QUERY_IN_DIRECTORY);
        }
        String path = line.substring(rest, pathEnd);
        if (DotSegments.isIn(path)) {
            String resolved =
                    line.substring(0, rest) + DotSegments.resolve(path) + line.substring(pathEnd);
            return Refused.of(
                    ProblemKind.DOT_SEGMENTS, List.of(Fix.of(FixKind.RESOLVE_DOTS, resolved)));
        }
        int fragment = line.indexOf('#', rest);
        return fragment < 0
                ? null
                : Refused.of(ProblemKind.FRAGMENT, fragmentFixes(line, fragment));
    }

    private static List<Fix> fragmentFixes(String line, int fragment) {
        List<Fix> fixes = new ArrayList<>();
        String decoded = Entities.decode(line);
        if (!decoded.contains("#")) {
            // What looks like a fragment is the middle of a reference such as &#38;
            fixes.add(Fix.of(FixKind.DECODE_ENTITIES, decoded));
        }
        fixes.add(Fix.of(FixKind.DROP_FRAGMENT, line.substring(0, fragment)));
        fixes.add(
                Fix.of(
                        FixKind.ENCODE_FRAGMENT,
                        line.substring(0, fragment)
                                + line.substring(fragment).replace("#", "%23")));
        return fixes;
    }

    /**
     * What is sent.
     *
     * @param start scheme and host as they are sent
     * @param rest what stands behind them, as written
     */
    static Sent sent(Rewriting rewriting, String start, String rest, boolean directory) {
        List<Word> words = new ArrayList<>(0);
        String encoded = Ascii.percentEncode(rest);
        rewriting.to(
                RewriteKind.ENCODED, encoded.equals(rest) ? rewriting.text() : start + encoded);
        if (directory && !encoded.endsWith("/")) {
            rewriting.to(RewriteKind.SLASH_ADDED, rewriting.text() + "/");
        }
        if (directory && isRoot(encoded)) {
            words.add(new Word(RemarkKind.WHOLE_HOST, List.of()));
        }
        if (hasBadPercent(encoded)) {
            words.add(new Word(RemarkKind.BAD_PERCENT, List.of()));
        }
        if (encoded.contains("*")) {
            words.add(new Word(RemarkKind.WILDCARD, List.of()));
        }
        String decoded = Entities.decode(rest);
        if (!decoded.equals(rest)) {
            words.add(
                    new Word(
                            RemarkKind.ENTITY,
                            List.of(Fix.of(FixKind.DECODE_ENTITIES, start + decoded))));
        }
        return new Sent(rewriting.text(), rewriting.steps(), words);
    }

    private static boolean hasBadPercent(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            boolean hex =
                    at + 2 < text.length()
                            && isHex(text.charAt(at + 1))
                            && isHex(text.charAt(at + 2));
            if (!hex) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char c) {
        return Ascii.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Whether a server that joins repeated slashes would see the whole host in it. */
    private static boolean isRoot(String directory) {
        return directory.chars().allMatch(c -> c == '/');
    }
}
