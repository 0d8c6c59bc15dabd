package edgeone.purge.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Starts processes of the program from jars, since only classes in jars go into the class archive
 * that speeds up later starts.
 */
final class ProgramJars {
    private final String classPath;
    private final Path archive;

    private ProgramJars(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Packs what is not a jar on the test's class path into jars in {@code folder}. */
    static ProgramJars in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve(jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        return new ProgramJars(
                String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
    }

    /** The command line up to the arguments of {@code main}. */
    List<String> java(String main, String... options) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xlog:all=off",
                        Files.exists(archive)
                                ? "-XX:SharedArchiveFile=" + archive
                                : "-XX:ArchiveClassesAtExit=" + archive,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8"));
        all.addAll(List.of(options));
        all.addAll(List.of("-classpath", classPath, main));
        return all;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                var walk = Files.walk(folder)) {
            out.setLevel(0);
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(
                                folder.relativize(file)
                                        .toString()
                                        .replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
