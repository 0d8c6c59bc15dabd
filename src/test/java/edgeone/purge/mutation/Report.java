package edgeone.purge.mutation;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** What PIT found in one group. */
final class Report {
    /** Killed by a failed test. A mutant that only ran out of time is noticed, but not for sure. */
    private static final String KILLED = "KILLED";

    /**
     * @param noticed by a test that failed, an error or a time-out
     * @param killed by a test that failed
     */
    record Result(Mutant mutant, boolean noticed, boolean killed) {}

    private record Raw(
            String type, String method, String mutator, int line, int index, Element element) {}

    private final Path sources;
    private final Map<String, List<String>> linesOf = new HashMap<>();

    private Report(Path sources) {
        this.sources = sources;
    }

    /**
     * @param xml PIT's {@code mutations.xml}
     * @param sources the root of the packages
     */
    static List<Result> read(Path xml, Path sources)
            throws IOException, SAXException, ParserConfigurationException {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(xml.toFile());
        return new Report(sources).results(document);
    }

    private List<Result> results(Document document) throws IOException {
        List<Raw> raws = new ArrayList<>();
        var elements = document.getElementsByTagName("mutation");
        for (int i = 0; i < elements.getLength(); i++) {
            raws.add(raw((Element) elements.item(i)));
        }
        raws.sort(Comparator.comparingInt(Raw::line).thenComparingInt(Raw::index));
        Map<Mutant, Integer> seen = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (Raw raw : raws) {
            Mutant first = new Mutant(raw.type(), raw.method(), raw.mutator(), text(raw), 1);
            int nth = seen.merge(first, 1, Integer::sum);
            Mutant mutant = new Mutant(raw.type(), raw.method(), raw.mutator(), first.line(), nth);
            boolean noticed = raw.element().getAttribute("detected").equals("true");
            boolean killed = raw.element().getAttribute("status").equals(KILLED);
            results.add(new Result(mutant, noticed, killed));
        }
        return results;
    }

    private static Raw raw(Element element) {
        String qualified = value(element, "mutatedClass");
        String mutator = value(element, "mutator");
        return new Raw(
                qualified.substring(qualified.lastIndexOf('.') + 1),
                withoutLambda(value(element, "mutatedMethod")),
                mutator.substring(mutator.lastIndexOf('.') + 1).replaceAll("(Mutator)?$", ""),
                Integer.parseInt(value(element, "lineNumber")),
                Integer.parseInt(value(element, "index")),
                element);
    }

    /** {@code lambda$plan$3} is numbered anew by any change of the class. */
    private static String withoutLambda(String method) {
        return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
    }

    private static String value(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }

    private String text(Raw raw) throws IOException {
        String qualified = value(raw.element(), "mutatedClass");
        String folder = qualified.substring(0, qualified.lastIndexOf('.')).replace('.', '/');
        String file = folder + "/" + value(raw.element(), "sourceFile");
        List<String> lines = linesOf.get(file);
        if (lines == null) {
            lines = Files.readAllLines(sources.resolve(file));
            linesOf.put(file, lines);
        }
        return lines.get(raw.line() - 1).strip();
    }
}
