package edgeone.purge.targets.intake;

import edgeone.purge.targets.intake.UnreadableException.Reason;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Sitemaps, and indexes of sitemaps whose children lie beside them. Elements are known by their
 * names, whatever prefix or namespace they have; document types and entities of one's own are
 * refused.
 */
final class SitemapReader implements FormatReader {
    private final Siblings siblings;

    /** Finds the files an index names; nothing is fetched. */
    @FunctionalInterface
    interface Siblings {
        Optional<Reader> open(String name) throws IOException;
    }

    SitemapReader(Siblings siblings) {
        this.siblings = siblings;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        read(in, found, 0);
    }

    /**
     * Reads one file.
     *
     * @param parent the line of the index that names it; 0 for the first file
     */
    private void read(Reader in, Collector found, int parent) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new UnreadableException(Reason.DOCTYPE);
                    case XMLStreamConstants.START_ELEMENT -> start(xml, open, found, parent);
                    case XMLStreamConstants.END_ELEMENT -> close(open);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw Causes.ioIn(e).orElseGet(() -> broken(e, open.isEmpty()));
        }
    }

    /** The root stays, so that what is wrong behind it is known from what is wrong before it. */
    private static void close(Deque<String> open) {
        if (open.size() > 1) {
            open.pop();
        }
    }

    private void start(XMLStreamReader xml, Deque<String> open, Collector found, int parent)
            throws IOException, XMLStreamException {
        String name = localName(xml);
        if (open.isEmpty()) {
            checkRoot(name);
        }
        int line = parent == 0 ? xml.getLocation().getLineNumber() : parent;
        String inside = open.isEmpty() ? "" : open.peek();
        if (name.equals("loc")) {
            // The end of the element is read along with its text.
            String text = xml.getElementText().strip();
            located(line, inside, text, found, parent);
            return;
        }
        if (name.equals("link") && inside.equals("url")) {
            String href = xml.getAttributeValue(null, "href");
            if (href != null) {
                found.offer(line, href.strip(), Offer.ALTERNATES, Why.ALTERNATE);
            }
        }
        open.push(name);
    }

    private void located(int line, String inside, String text, Collector found, int parent)
            throws IOException {
        if (text.isEmpty()) {
            found.leave(line, text, Why.EMPTY);
            return;
        }
        switch (inside) {
            case "url" -> found.take(line, text);
            case "image" -> found.offer(line, text, Offer.IMAGES, Why.IMAGE);
            case "sitemap" -> child(line, text, found, parent);
            default -> found.leave(line, text, Why.NOT_AN_ADDRESS);
        }
    }

    private void child(int line, String address, Collector found, int parent) throws IOException {
        if (parent != 0) {
            found.leave(line, address, Why.NESTED_INDEX);
            return;
        }
        String path = address.replaceAll("[?#].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<Reader> child = siblings.open(name);
        if (child.isEmpty()) {
            found.leave(line, address, Why.MISSING_CHILD);
            return;
        }
        try (Reader opened = child.get()) {
            read(opened, found, line);
        } catch (UnreadableException e) {
            UnreadableException named = new UnreadableException(e.reason(), e.line(), name);
            named.initCause(e);
            throw named;
        }
    }

    private static void checkRoot(String name) throws UnreadableException {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "urlset", "sitemapindex" -> {}
            case "html" -> throw new UnreadableException(Reason.ERROR_PAGE);
            default -> throw new UnreadableException(Reason.NOT_A_SITEMAP);
        }
    }

    private static String localName(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static UnreadableException broken(XMLStreamException e, boolean atStart) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        UnreadableException broken =
                new UnreadableException(
                        atStart ? Reason.NOT_A_SITEMAP : Reason.BROKEN_XML, line, "");
        broken.initCause(e);
        return broken;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Undeclared prefixes are common, and carry nothing that is needed.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
