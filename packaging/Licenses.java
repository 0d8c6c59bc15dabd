import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts the licence texts of every bundled library beside it: those in its jar, or else the ones
 * listed in {@code packaging/licenses/list.txt}. Fails for a library with neither.
 */
final class Licenses {
    private Licenses() {}

    /** A line of the list: {@code PREFIX-OF-JAR  TEXT...}, texts beside the list or jdk:PATH. */
    private record Listed(String prefix, List<String> texts) {}

    static void collect(Path input, Path list) throws IOException {
        Path folder = Files.createDirectories(input.resolve("licenses"));
        List<Listed> listed =
                Files.readAllLines(list.resolve("list.txt")).stream()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .map(l -> l.strip().split("\\s+"))
                        .map(l -> new Listed(l[0], List.of(l).subList(1, l.length)))
                        .toList();
        List<String> without = new ArrayList<>();
        for (Path jar : Staging.jars(input.resolve("lib"))) {
            String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
            Path own = Files.createDirectories(folder.resolve(name));
            int found = fromJar(jar, own);
            for (Listed line : listed) {
                if (name.startsWith(line.prefix())) {
                    for (String text : line.texts()) {
                        copy(list, text, own);
                        found++;
                    }
                }
            }
            if (found == 0) {
                without.add(name);
            }
        }
        if (!without.isEmpty()) {
            throw new IOException("no licence text for " + without + "; add them to " + list);
        }
    }

    private static int fromJar(Path jar, Path folder) throws IOException {
        int found = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName().replaceFirst(".*/", "");
                String lower = name.toLowerCase(Locale.ROOT);
                boolean text =
                        lower.matches("(.*-)?(licen[cs]e|notice|copying)(\\.(txt|md|zentus))?")
                                || name.matches("AL2\\.0|LGPL2\\.1");
                if (text && !entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(folder.resolve(name), in.readAllBytes());
                    }
                    found++;
                }
            }
        }
        return found;
    }

    private static void copy(Path list, String text, Path folder) throws IOException {
        if (text.startsWith("jdk:")) {
            Path source = Path.of(System.getProperty("java.home"), "legal", text.substring(4));
            Files.copy(source, folder.resolve(source.getFileName()));
        } else {
            Files.copy(list.resolve(text), folder.resolve(text));
        }
    }
}
