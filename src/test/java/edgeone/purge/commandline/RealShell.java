package edgeone.purge.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real {@code sh} in which {@code edgeone-purge} writes down what it is given. */
public final class RealShell {
    private static final String NOTE_DOWN =
            """
            #!/bin/sh
            printf '%s\\0' "$@" > "$NOTES/arguments"
            cat > "$NOTES/input"
            """;

    private final Path folder;
    private final Path workplace;

    /**
     * @param folder empty; what runs in the shell runs in a folder below it
     */
    public RealShell(Path folder) throws IOException {
        this.folder = folder;
        workplace = Files.createDirectory(folder.resolve("work"));
        Path program = folder.resolve("edgeone-purge");
        Files.writeString(program, NOTE_DOWN);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("not executable: " + program);
        }
    }

    /** What the program was given. */
    public record Given(List<String> arguments, byte[] input) {}

    /** Runs a line as it is pasted. */
    public Given run(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), line);
        Process shell = sh(script.toString());
        if (shell.waitFor() != 0) {
            throw new IOException("sh refused " + line);
        }
        return new Given(
                words(Files.readAllBytes(folder.resolve("arguments"))),
                Files.readAllBytes(folder.resolve("input")));
    }

    /** What became of the words of a line. */
    public List<String> words(String words) throws IOException, InterruptedException {
        return run("edgeone-purge " + words).arguments();
    }

    /** Whether anything in a line was run, and left a file. */
    public boolean leftSomething() throws IOException {
        try (var files = Files.list(workplace)) {
            return files.findAny().isPresent();
        }
    }

    private Process sh(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", script).directory(workplace.toFile());
        builder.environment().put("NOTES", folder.toString());
        builder.environment().put("PATH", folder + ":/usr/bin:/bin");
        return builder.inheritIO()
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private static List<String> words(byte[] separated) {
        String text = new String(separated, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(text.split("\0", -1)));
        words.removeLast();
        return words;
    }
}
