package edgeone.purge.targets.intake;

import edgeone.purge.targets.intake.Detection.Ambiguous;
import edgeone.purge.targets.intake.Detection.Blank;
import edgeone.purge.targets.intake.Detection.Detected;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.format.CsvShape;
import edgeone.purge.targets.intake.format.CurlReader;
import edgeone.purge.targets.intake.format.DiffReader;
import edgeone.purge.targets.intake.format.ExportedTable;
import edgeone.purge.targets.intake.log.CombinedLog;
import edgeone.purge.targets.intake.log.ExtendedLog;
import edgeone.purge.targets.intake.log.JsonLog;
import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.SeveralInLine;
import edgeone.purge.targets.rules.Wrapping;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out what a text is, from how it begins. The name of a file does not count, and where two
 * readings are possible it does not choose.
 */
public final class Detector {
    /** How much of a text is looked at, in characters. */
    static final int HEAD = 64 * 1024;

    private static final int LINES = 500;
    private static final Pattern PROLOG =
            Pattern.compile(
                    "(?s)(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*",
                    Pattern.CASE_INSENSITIVE);
    private static final String HTML_TYPE = "<!doctype html";
    private static final Pattern SITEMAP =
            Pattern.compile("<(?:[\\w.-]+:)?(?:urlset|sitemapindex)[\\s>/].*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^<]*)?/?>");
    private static final Pattern LINKING_TAG =
            Pattern.compile("(?i)<[a-z][a-z0-9]*\\s[^<>]*\\b(?:href|src|srcset)\\s*=");
    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)\\]\\([^)\\s]|^ {0,3}\\[[^\\]\\n]+\\]:\\s*\\S");
    private static final Pattern JSON =
            Pattern.compile(
                    "(?s)\\{\\s*(?:\"|\\}).*|\\[\\s*(?:[\"\\[{\\]]|-?\\d|null|true|false).*");
    private static final Pattern HAR =
            Pattern.compile(
                    "(?s)\\{\\s*\"log\"\\s*:\\s*\\{.*\"(?:creator|entries|version)\"\\s*:.*");

    /** Names that are more often files than hosts. */
    private static final Pattern FILE =
            Pattern.compile(
                    "(?i)\\.(?:html?|css|m?js|json|xml|txt|md|png|jpe?g|gif|svg|webp|ico|pdf|map"
                            + "|woff2?|php|aspx?|jsp)$");

    private static final Pattern PROMPT =
            Pattern.compile("^(?:[$#%>]\\s+)?(\\S+)\\s.*", Pattern.DOTALL);

    private Detector() {}

    /**
     * What a text is.
     *
     * @param text the text, or its first {@value #HEAD} characters or more
     */
    public static Detection of(String text) {
        String head = head(text).strip();
        if (head.isEmpty()) {
            return new Blank();
        }
        Format certain = byBeginning(head);
        if (certain != null) {
            return new Detected(certain);
        }
        List<String> lines = head.lines().filter(l -> !l.isBlank()).limit(LINES).toList();
        certain = byLines(lines);
        return certain == null ? byContent(head, lines) : new Detected(certain);
    }

    /** Whole lines only; a line that is cut could look like anything. */
    private static String head(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (bare.length() <= HEAD) {
            return bare;
        }
        int end = bare.lastIndexOf('\n', HEAD);
        return bare.substring(0, end <= 0 ? HEAD : end);
    }

    private static @Nullable Format byBeginning(String head) {
        if (ExportedTable.begins(head)) {
            return Format.CSV;
        }
        String body = head.substring(prologEnd(head));
        if (SITEMAP.matcher(body).matches()) {
            return Format.SITEMAP;
        }
        boolean page =
                body.regionMatches(true, 0, "<html", 0, "<html".length())
                        || head.regionMatches(true, 0, HTML_TYPE, 0, HTML_TYPE.length());
        if (!page && (head.startsWith("<?xml") || head.startsWith("<!DOCTYPE"))) {
            return Format.SITEMAP;
        }
        if (page || TAG.matcher(body).lookingAt()) {
            return Format.HTML;
        }
        if (JSON.matcher(head).matches()) {
            if (HAR.matcher(head).matches()) {
                return Format.HAR;
            }
            return isJsonLog(head.lines().findFirst().orElse("")) ? Format.LOG : Format.JSON;
        }
        return null;
    }

    private static int prologEnd(String head) {
        var matcher = PROLOG.matcher(head);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static boolean isJsonLog(String line) {
        try {
            return line.startsWith("{") && JsonLog.parse(line) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Format byLines(List<String> lines) {
        var prompt = PROMPT.matcher(lines.getFirst().strip());
        if (prompt.matches() && CurlReader.isCurl(prompt.group(1))) {
            return Format.CURL;
        }
        if (lines.stream().anyMatch(l -> l.startsWith(ExtendedLog.FIELDS))) {
            return Format.LOG;
        }
        long logged = lines.stream().filter(l -> CombinedLog.parse(l) != null).count();
        if (logged * 2 > lines.size()) {
            return Format.LOG;
        }
        boolean status =
                lines.stream().allMatch(l -> DiffReader.STATUS.matcher(l.strip()).matches());
        return status ? Format.DIFF : null;
    }

    private static Detection byContent(String head, List<String> lines) {
        Set<Format> marks = EnumSet.noneOf(Format.class);
        CsvShape shape = CsvShape.of(head);
        boolean table = shape != null && isTable(shape);
        if (shape != null && table && isCertain(shape, head)) {
            marks.add(Format.CSV);
        }
        if (LINKING_TAG.matcher(head).find()) {
            marks.add(Format.HTML);
        }
        if (MARKDOWN.matcher(head).find()) {
            marks.add(Format.MARKDOWN);
        }
        if (!marks.isEmpty()) {
            return marks.size() == 1
                    ? new Detected(marks.iterator().next())
                    : new Ambiguous(List.copyOf(marks));
        }
        if (table) {
            return new Ambiguous(List.of(Format.LINES, Format.CSV));
        }
        if (lines.stream().allMatch(Detector::isFileName)
                && lines.stream().noneMatch(l -> AddressText.isHttp(Wrapping.clean(l.strip())))) {
            if (lines.stream().anyMatch(Detector::isSurelyFile)) {
                return new Detected(Format.DIFF);
            }
            if (lines.stream().anyMatch(l -> FILE.matcher(l.strip()).find())) {
                return new Ambiguous(List.of(Format.LINES, Format.DIFF));
            }
        }
        return hasMoreThanAddresses(lines)
                ? new Ambiguous(List.of(Format.LINES, Format.MARKDOWN))
                : new Detected(Format.LINES);
    }

    /** Whether most lines are something else than addresses, and some have addresses in them. */
    private static boolean hasMoreThanAddresses(List<String> lines) {
        boolean any = lines.stream().anyMatch(l -> l.contains("http://") || l.contains("https://"));
        long addresses = lines.stream().filter(Detector::isAddresses).count();
        long comments = lines.stream().filter(l -> l.stripLeading().startsWith("#")).count();
        return any && lines.size() - comments - addresses > addresses;
    }

    /** Whether there are addresses in a column, and something else in another. */
    private static boolean isTable(CsvShape shape) {
        int addresses = shape.addressColumns().size();
        return addresses > 0 && (addresses < shape.columns() || shape.hasHeader());
    }

    /** A comma may be part of an address; a tab, a quoted cell and a header may not. */
    private static boolean isCertain(CsvShape shape, String head) {
        boolean quoted = head.lines().filter(l -> l.stripLeading().startsWith("\"")).count() > 0;
        return shape.delimiter() == '\t' || shape.hasHeader() || quoted;
    }

    private static boolean isAddresses(String line) {
        String bare = line.strip();
        SeveralInLine several = SeveralInLine.addresses(bare);
        String clean = Wrapping.clean(bare);
        return (several.isSeveral() && several.certain())
                || AddressText.isHttp(clean)
                || (isHost(line) && line.contains("/"));
    }

    /** The first part has a dot, as hosts have; the last of a host is no name of a file's kind. */
    private static boolean isHost(String line) {
        String first = line.strip();
        int slash = first.indexOf('/');
        return AddressText.isBare(slash < 0 ? first : first.substring(0, slash));
    }

    private static boolean isFileName(String line) {
        String name = line.strip();
        if (name.startsWith("\"")) {
            return name.endsWith("\"") && name.length() > 2;
        }
        return name.indexOf(':') < 0
                && (name.indexOf('/') > 0 || name.indexOf('.') > 0)
                && name.matches("[^\\s/\"][^\\s\"]*(?: [^\\s\"]+)*");
    }

    private static boolean isSurelyFile(String line) {
        String name = line.strip();
        int slash = name.indexOf('/');
        return slash > 0 && !isHost(name);
    }
}
