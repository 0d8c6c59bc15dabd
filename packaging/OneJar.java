import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts the libraries into the program's jar. Java opens every jar of the class path when it looks
 * for a service, which the first logger does while the window waits for it; one jar is opened once.
 */
final class OneJar {
    private static final String SERVICES = "META-INF/services/";

    private final Map<String, StringBuilder> services = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final ZipOutputStream out;
    private final long time;

    private OneJar(ZipOutputStream out, long time) {
        this.out = out;
        this.time = time;
    }

    /**
     * Joins what was staged; the folder with the libraries is gone afterwards.
     *
     * @param input the folder with the program's jar and, in {@code lib}, its libraries
     */
    static void join(Path input, String mainJar) throws IOException {
        Path main = input.resolve(mainJar);
        Path joined = input.resolve(mainJar + ".joined");
        List<Path> jars = new ArrayList<>(List.of(main));
        jars.addAll(Staging.jars(input.resolve("lib")));
        try (JarFile program = new JarFile(main.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(joined));
                ZipOutputStream out = new ZipOutputStream(file)) {
            long time = program.getEntry(JarFile.MANIFEST_NAME).getTime();
            OneJar jar = new OneJar(out, time);
            Manifest manifest = program.getManifest();
            manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
            jar.begin(JarFile.MANIFEST_NAME);
            manifest.write(out);
            out.closeEntry();
            for (Path each : jars) {
                jar.add(each);
            }
            jar.addServices();
        }
        Files.move(joined, main, StandardCopyOption.REPLACE_EXISTING);
        Steps.delete(input.resolve("lib"));
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        names.add(name);
    }

    private void add(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                try (InputStream in = zip.getInputStream(entry)) {
                    if (isProvider(name)) {
                        services.computeIfAbsent(name, _ -> new StringBuilder())
                                .append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .append('\n');
                    } else if (isWanted(entry)) {
                        if (!names.contains(name)) {
                            begin(name);
                            in.transferTo(out);
                            out.closeEntry();
                        } else if (name.endsWith(".class") || !name.startsWith("META-INF/")) {
                            throw new IOException(jar + " has what another has: " + name);
                        }
                    }
                }
            }
        }
    }

    private void addServices() throws IOException {
        for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
            begin(service.getKey());
            out.write(service.getValue().toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    private static boolean isProvider(String name) {
        return name.startsWith(SERVICES) && name.length() > SERVICES.length();
    }

    /** A module of its own, or signed, a library no longer is; its licence is beside the jar. */
    private static boolean isWanted(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !name.endsWith("module-info.class")
                && !name.equals(JarFile.MANIFEST_NAME)
                && !name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)");
    }
}
