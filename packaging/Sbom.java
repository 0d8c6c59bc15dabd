import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds the Java runtime, which Maven does not know about, to the SBOM; see sbom.sh.
 */
final class Sbom {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sbom() {}

    public static void main(String[] args) throws IOException {
        ObjectNode list = (ObjectNode) JSON.readTree(Files.readAllBytes(Path.of(args[0])));
        ObjectNode runtime = runtime(linked(Path.of("target", "package", "runtime", "release")));
        String reference = runtime.path("bom-ref").stringValue();
        ((ArrayNode) list.required("components")).add(runtime);
        String program = list.required("metadata").required("component").required("bom-ref").stringValue();
        for (var each : (ArrayNode) list.required("dependencies")) {
            if (each.path("ref").stringValue("").equals(program)) {
                ((ObjectNode) each).withArray("dependsOn").add(reference);
            }
        }
        Files.write(Path.of(args[1]), JSON.writeValueAsBytes(list));
    }

    /** The runtime is linked from the JDK that this runs on. */
    private static ObjectNode runtime(Properties linked) {
        String build = System.getProperty("java.runtime.version");
        String purl = "pkg:generic/openjdk@" + build.replace("+", "%2B");
        ObjectNode runtime = JSON.createObjectNode();
        runtime.put("type", "framework");
        runtime.put("bom-ref", purl);
        runtime.put("publisher", System.getProperty("java.vendor"));
        runtime.put("name", "openjdk");
        runtime.put("version", build);
        runtime.put("description", "Java runtime of the modules " + unquoted(linked, "MODULES"));
        runtime.put("scope", "required");
        runtime.putArray("licenses")
                .addObject()
                .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        runtime.put(
                "cpe", "cpe:2.3:a:oracle:openjdk:" + unquoted(linked, "JAVA_VERSION") + ":*:*:*:*:*:*:*");
        runtime.put("purl", purl);
        return runtime;
    }

    private static Properties linked(Path release) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        return properties;
    }

    private static String unquoted(Properties properties, String key) {
        return properties.getProperty(key).replace("\"", "");
    }
}
