package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.Why;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a page refers to: {@code href}, {@code src} and {@code srcset}, against its base. */
public final class HtmlReader implements FormatReader {
    private static final List<String> ATTRIBUTES = List.of("href", "src", "poster");
    private static final Set<String> HINTS = Set.of("preconnect", "dns-prefetch");

    private final @Nullable BaseAddress given;

    public HtmlReader(@Nullable BaseAddress base) {
        given = base;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        References references = new References(given);
        boolean based = false;
        try (StreamParser page = new StreamParser(Parser.htmlParser().setTrackPosition(true))) {
            page.parse(in, "");
            for (Iterator<Element> elements = page.iterator(); elements.hasNext(); ) {
                Element element = elements.next();
                if (element.normalName().equals("base")) {
                    Optional<BaseAddress> base = base(element.attr("href"));
                    if (!based && base.isPresent()) {
                        references = new References(base.get());
                        based = true;
                    }
                } else {
                    element(element, references, found);
                }
                // What has been seen is not kept.
                element.empty();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<BaseAddress> base(String href) {
        return given == null || href.isBlank()
                ? BaseAddress.of(href)
                : BaseAddress.of(given.resolve(href.strip()));
    }

    private static void element(Element element, References references, Collector found)
            throws UnreadableException {
        int line = Math.max(1, element.sourceRange().start().lineNumber());
        boolean hint =
                element.normalName().equals("link")
                        && List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                                .stream()
                                .anyMatch(HINTS::contains);
        for (String attribute : ATTRIBUTES) {
            if (!element.hasAttr(attribute)) {
                continue;
            }
            String written = element.attr(attribute);
            if (hint) {
                found.leave(line, written, Why.CONNECTION_HINT);
            } else {
                references.take(line, written, found);
            }
        }
        for (String candidate : candidates(element.attr("srcset"))) {
            references.take(line, candidate, found);
        }
    }

    /** The addresses of a {@code srcset}: each up to white space, a comma behind it dropped. */
    private static List<String> candidates(String srcset) {
        List<String> candidates = new ArrayList<>();
        int at = 0;
        while (at < srcset.length()) {
            while (at < srcset.length() && isGap(srcset.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < srcset.length() && !Character.isWhitespace(srcset.charAt(at))) {
                at++;
            }
            String candidate = srcset.substring(start, at);
            String address = candidate.replaceAll(",+$", "");
            if (!address.isEmpty()) {
                candidates.add(address);
            }
            if (candidate.equals(address)) {
                // The descriptor ends at the next comma.
                int comma = srcset.indexOf(',', at);
                at = comma < 0 ? srcset.length() : comma;
            }
        }
        return candidates;
    }

    private static boolean isGap(char c) {
        return c == ',' || Character.isWhitespace(c);
    }
}
