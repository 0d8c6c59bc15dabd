package edgeone.purge.evidence;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** A page of evidence, read by an XML parser, which takes nothing that is not well-formed. */
final class ParsedPage {
    private final Document document;

    private ParsedPage(Document document) {
        this.document = document;
    }

    static ParsedPage of(Path file) throws IOException {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(
                    new DefaultHandler() {
                        @Override
                        public void error(SAXParseException e) throws SAXException {
                            throw e;
                        }
                    });
            try (var in = Files.newInputStream(file)) {
                return new ParsedPage(parser.parse(in));
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(Files.readString(file), e);
        }
    }

    private List<Element> all(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The cells of the tables of a class, row by row. */
    List<List<String>> rows(String table) {
        return all("tr").stream()
                .filter(r -> r.getParentNode().getNodeName().equals("tbody"))
                .filter(r -> table.equals(attribute(r.getParentNode().getParentNode(), "class")))
                .map(ParsedPage::children)
                .toList();
    }

    private static String attribute(Node node, String name) {
        return ((Element) node).getAttribute(name);
    }

    private static List<String> children(Element of) {
        List<String> texts = new ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            texts.add(child.getTextContent());
        }
        return texts;
    }

    /** What is said under each term. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Element term : all("dt")) {
            facts.put(term.getTextContent(), term.getNextSibling().getTextContent());
        }
        return facts;
    }

    /** The texts of the elements with a name. */
    List<String> texts(String element) {
        return all(element).stream().map(Node::getTextContent).toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }

    /** The names of all elements. */
    List<String> elements() {
        return all("*").stream().map(Node::getNodeName).toList();
    }

    /** All attributes with their values. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element element : all("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                attributes
                        .computeIfAbsent(attribute.getNodeName(), _ -> new ArrayList<>())
                        .add(attribute.getNodeValue());
            }
        }
        return attributes;
    }
}
