import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the program and its libraries for an image. Jars without content are skipped. This
 * system's native libraries are placed beside the jars, so that they need not be unpacked into the
 * user's home or the temporary folder at start; other systems' are skipped.
 */
final class Staging {
    private Staging() {}

    static void stage(Path app, String mainJar, Path input, Platform platform) throws IOException {
        Path lib = Files.createDirectories(input.resolve("lib"));
        Path natives = Files.createDirectories(input.resolve("native"));
        Files.copy(app.resolve(mainJar), input.resolve(mainJar));
        for (Path jar : jars(app.resolve("lib"))) {
            if (hasContent(jar) && !platform.hasNoUseFor(jar.getFileName().toString())) {
                copy(jar, lib.resolve(jar.getFileName()), natives, platform);
            }
        }
        stripLibraries(natives);
    }

    /**
     * Strips the symbol tables, which nothing here reads, from the shared libraries of a folder.
     */
    static void stripLibraries(Path folder) throws IOException {
        if (Platform.HERE != Platform.LINUX || !Package.onPath("strip")) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path library : files.filter(f -> f.toString().endsWith(".so")).toList()) {
                Steps.execute(List.of("strip", "--strip-unneeded", library.toString()));
            }
        }
    }

    static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** JavaFX comes with jars that only name the jar of the system. */
    private static boolean hasContent(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(e -> !e.isDirectory() && !e.getName().startsWith("META-INF/"));
        }
    }

    private static void copy(Path jar, Path copy, Path natives, Platform platform)
            throws IOException {
        String name = jar.getFileName().toString();
        boolean loadedFromFolder = name.startsWith("javafx-") || name.startsWith("sqlite-jdbc");
        if (!loadedFromFolder) {
            Files.copy(jar, copy);
            return;
        }
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    if (!Platform.isLibrary(entry.getName())) {
                        ZipEntry kept = new ZipEntry(entry.getName());
                        kept.setTime(entry.getTime());
                        out.putNextEntry(kept);
                        in.transferTo(out);
                        out.closeEntry();
                    } else if (isWanted(entry.getName(), platform)) {
                        String plain = entry.getName().replaceFirst(".*/", "");
                        Files.copy(in, natives.resolve(plain));
                    }
                }
            }
        }
    }

    private static boolean isWanted(String entry, Platform platform) {
        return entry.startsWith(platform.sqlite())
                || (!entry.contains("/") && platform.isLibraryHere(entry));
    }
}
