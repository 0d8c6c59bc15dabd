package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.cli.EveryCommand;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Passes unique secrets through every command of the real program, each in its own process with
 * full logging, and through failures; then checks that no output and no file contains them.
 */
@Timeout(600)
final class CanaryTest {
    @TempDir private static Path shared;
    private static ProgramJars jars;

    @TempDir private Path temp;

    private final Canaries canaries = Canaries.all();

    /** The first start creates the class archive that speeds up the others. */
    @BeforeAll
    static void pack() throws Exception {
        jars = ProgramJars.in(shared.resolve("jars"));
        new CanaryProgram(shared.resolve("first"), jars).run(0, "", "zones");
    }

    /** The search finds every form, wherever it is. */
    @Test
    void theSearchFindsWhatIsPlanted() throws Exception {
        for (String secret :
                List.of(
                        Canaries.KEY,
                        Canaries.TOKEN,
                        Canaries.PASSPHRASE,
                        Canaries.PROXY_PASSWORD,
                        Canaries.TEAM_PASSWORD)) {
            for (Map.Entry<String, byte[]> form : Canaries.forms(secret).entrySet()) {
                Path file = temp.resolve("planted");
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write("before \u0000\u00ff".getBytes(StandardCharsets.UTF_8));
                    out.write(form.getValue());
                    out.write("after".getBytes(StandardCharsets.UTF_8));
                }
                assertThat(canaries.below(temp)).as(form.getKey()).isNotEmpty();
            }
            for (String before : List.of("", "u", "us", "usr", "user")) {
                byte[] text = (before + secret + "!").getBytes(StandardCharsets.UTF_8);
                assertThat(canaries.in("x", java.util.Base64.getEncoder().encode(text)))
                        .as(before)
                        .isNotEmpty();
                assertThat(canaries.in("x", java.util.Base64.getUrlEncoder().encode(text)))
                        .as(before)
                        .isNotEmpty();
            }
        }
        Files.writeString(temp.resolve("planted"), "CanaryKey, but not the one");
        assertThat(canaries.below(temp)).isEmpty();
    }

    /** The test finds a secret that the program planted in its log. */
    @Test
    void aSecretInTheLogIsFoundAndKeepsTheBundleFromBeingSaved() throws Exception {
        CanaryProgram program = new CanaryProgram(temp.resolve("planted"), jars);
        program.signIn(CanaryCommands.ID);
        program.run(0, "", "jobs");
        program.search();
        assertThat(program.leaks()).isEmpty();
        Files.writeString(
                program.home().resolve("log/console-0.0.log"),
                "planted "
                        + HexFormat.of().formatHex(Canaries.KEY.getBytes(StandardCharsets.UTF_8)));
        program.search();
        assertThat(program.leaks()).hasSize(1);
        Path zip = program.file("bundle.zip");
        String said =
                program.run(2, "", "support-bundle", "--output", zip.toString(), "--lang", "en");
        assertThat(said).contains("environment", "hex", "log/console-0.0.log");
        assertThat(zip).doesNotExist();
    }

    /** The last line fails if a new command is not covered. */
    @Test
    @Tag("long")
    void noCommandLeavesASecretAnywhere() throws Exception {
        CanaryProgram stored = new CanaryProgram(temp.resolve("stored"), jars);
        CanaryProgram replies = new CanaryProgram(temp.resolve("replies"), jars);
        AtOnce.run(new CanaryCommands(stored)::drive, new CanaryReplies(replies)::drive);
        assertThat(canaries.below(temp)).isEmpty();
        Set<String> done = new TreeSet<>();
        for (CanaryProgram program : List.of(stored, replies)) {
            program.assertClean("CreatePurgeTask", "***");
            done.addAll(program.done());
        }
        assertThat(done).containsExactlyElementsOf(EveryCommand.names());
    }

    private static void atOnce(Drive... drives) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Drive drive : drives) {
                all.add(
                        threads.submit(
                                () -> {
                                    drive.run();
                                    return true;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** A part of the test. */
    @FunctionalInterface
    private interface Drive {
        void run() throws Exception;
    }
}
