import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format (AOSP style) over every Java file below a folder: {@code java Format.java
 * check|write FORMATTER_JAR FOLDER}. The file list is too long for a command line on some systems;
 * {@code check} fails and names the files that are not formatted.
 */
final class Format {
    private static final List<String> EXPORTS = List.of("api", "code", "file", "parser", "tree", "util");

    public static void main(String[] args) throws Exception {
        boolean check = args[0].equals("check");
        List<String> files;
        try (var walk = Files.walk(Path.of(args[2]))) {
            files = walk.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("no Java files below " + args[2]);
        }
        Path list = Files.createTempFile("format", ".txt");
        Files.write(list, files);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String export : EXPORTS) {
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + export + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", new File(args[1]).getAbsolutePath(), "--aosp"));
        command.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        command.add("@" + list);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        Files.delete(list);
        if (exit != 0 && check) {
            System.err.println("The files above are not formatted; run: mvn validate exec:exec@format");
        }
        System.exit(exit);
    }

    private Format() {}
}
