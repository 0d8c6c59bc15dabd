package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.rules.Entities;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links, images, definitions and bare addresses of a Markdown text, and of prose. */
public final class MarkdownReader implements FormatReader {
    private static final Pattern DEFINITION =
            Pattern.compile("^ {0,3}\\[[^\\]]+\\]:\\s*(<[^>]*>|\\S+)");
    private static final Pattern AUTOLINK = Pattern.compile("<((?i:https?)://[^>\\s]+)>");
    private static final Pattern BARE = Pattern.compile("(?i:https?)://[^\\s<>\"`，。、；：！？）】》」』”’]+");

    private final References references;

    public MarkdownReader(@Nullable BaseAddress base) {
        references = new References(base);
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            line(number, line, found);
        }
    }

    /** What was taken is blanked out, so that nothing is taken twice. */
    private void line(int number, String line, Collector found) throws UnreadableException {
        StringBuilder rest = new StringBuilder(line);
        Matcher definition = DEFINITION.matcher(line);
        if (definition.find()) {
            destination(number, definition.group(1), found);
            blank(rest, definition.start(), definition.end());
        }
        for (int at = rest.indexOf("]("); at >= 0; at = rest.indexOf("](", at + 1)) {
            int end = endOfDestination(rest, at + 2);
            destination(number, rest.substring(at + 2, end).strip(), found);
            blank(rest, at + 2, end);
        }
        Matcher autolink = AUTOLINK.matcher(rest.toString());
        while (autolink.find()) {
            references.take(number, Entities.decode(autolink.group(1)), found);
            blank(rest, autolink.start(), autolink.end());
        }
        Matcher bare = BARE.matcher(rest.toString());
        while (bare.find()) {
            references.take(number, Entities.decode(withoutClosing(bare.group())), found);
        }
    }

    private void destination(int number, String written, Collector found)
            throws UnreadableException {
        String inside =
                written.startsWith("<") && written.endsWith(">")
                        ? written.substring(1, written.length() - 1)
                        : written;
        String plain = inside.replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
        references.take(number, Entities.decode(plain), found);
    }

    /** Up to white space, or to the bracket that closes the link. */
    private static int endOfDestination(StringBuilder line, int start) {
        int at = start;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '<') {
            int close = line.indexOf(">", at);
            return close < 0 ? line.length() : close + 1;
        }
        int depth = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\') {
                at++;
            } else if (Character.isWhitespace(c) || (c == ')' && depth == 0)) {
                return at;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return line.length();
    }

    /** Punctuation that ends a sentence, and a bracket that was opened before the address. */
    private static String withoutClosing(String address) {
        String now = address;
        while (!now.isEmpty()) {
            char last = now.charAt(now.length() - 1);
            boolean closes =
                    ".,:;!?'*_~|".indexOf(last) >= 0
                            || (last == ')' && count(now, ')') > count(now, '('))
                            || (last == ']' && count(now, ']') > count(now, '['));
            if (!closes) {
                return now;
            }
            now = now.substring(0, now.length() - 1);
        }
        return now;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end && i < text.length(); i++) {
            text.setCharAt(i, ' ');
        }
    }
}
