package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

/** Checks a Maven command line against the POM: what it names must exist. */
final class MavenLine {
    private static final Set<String> PHASES =
            Set.of("validate", "compile", "test", "package", "verify", "test-compile", "clean");

    /** Properties of plugins, which need not be in the POM. */
    private static final Set<String> OF_PLUGINS =
            Set.of("skipTests", "test", "surefire.failIfNoSpecifiedTests");

    private final Set<String> profiles = new TreeSet<>();
    private final Set<String> executions = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>(OF_PLUGINS);

    MavenLine() throws Exception {
        Element pom =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile())
                        .getDocumentElement();
        collect(pom.getElementsByTagName("profile"), profiles);
        collect(pom.getElementsByTagName("execution"), executions);
        NodeList blocks = pom.getElementsByTagName("properties");
        for (int i = 0; i < blocks.getLength(); i++) {
            NodeList names = ((Element) blocks.item(i)).getElementsByTagName("*");
            for (int k = 0; k < names.getLength(); k++) {
                properties.add(names.item(k).getNodeName());
            }
        }
    }

    private static void collect(NodeList elements, Set<String> ids) {
        for (int i = 0; i < elements.getLength(); i++) {
            NodeList id = ((Element) elements.item(i)).getElementsByTagName("id");
            if (id.getLength() > 0) {
                ids.add(id.item(0).getTextContent());
            }
        }
    }

    /** Fails if a profile, property, phase or execution is not in the POM. */
    void check(List<String> arguments) {
        for (String argument : arguments) {
            String word = argument.replaceAll("^\\[|]$", "");
            if (word.startsWith("-P")) {
                assertThat(profiles).as("profiles").contains(word.substring(2));
            } else if (word.startsWith("-D")) {
                String name = word.substring(2).replaceFirst("=.*", "");
                assertThat(properties).as("properties").contains(name);
            } else if (word.startsWith("exec:exec@")) {
                assertThat(executions).as("executions").contains(word.substring(10));
            } else if (word.startsWith("-")) {
                assertThat(word).as("Maven option").isIn("-q", "-B", "-ntp", "-version");
            } else {
                assertThat(PHASES).as("phases").contains(word);
            }
        }
    }
}
