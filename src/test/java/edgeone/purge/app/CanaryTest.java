package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.cli.EveryCommand;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.messages.Language;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
                        Canaries.PROXY_PASSWORD)) {
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
    void noCommandLeavesASecretAnywhere() throws Exception {
        CanaryProgram stored = new CanaryProgram(temp.resolve("stored"), jars);
        CanaryProgram replies = new CanaryProgram(temp.resolve("replies"), jars);
        atOnce(new CanaryCommands(stored)::drive, new CanaryReplies(replies)::drive);
        assertThat(canaries.below(temp)).isEmpty();
        Set<String> done = new TreeSet<>();
        for (CanaryProgram program : List.of(stored, replies)) {
            assertThat(program.leaks()).isEmpty();
            assertTalkative(program.home(), "CreatePurgeTask", "***");
            assertOwnerOnly(program.home());
            done.addAll(program.done());
        }
        assertThat(done).containsExactlyElementsOf(EveryCommand.names());
    }

    /** Fails on a new dialog until the canaries pass through it. */
    @Test
    void everyDialogIsKnown() {
        assertThat(CanaryDialog.openers())
                .containsExactlyElementsOf(CanaryDialog.openersOfTheProgram());
    }

    /** {@link CanaryPerson} types the secrets and checks what the screens show. */
    @Test
    void noScreenShowsOrLeavesASecret() throws Exception {
        CanaryProgram english = new CanaryProgram(temp.resolve("english"), jars);
        CanaryProgram chinese = new CanaryProgram(temp.resolve("chinese"), jars);
        atOnce(() -> window(english, Language.ENGLISH), () -> window(chinese, Language.CHINESE));
        assertThat(canaries.below(temp)).isEmpty();
        for (CanaryProgram program : List.of(english, chinese)) {
            assertThat(program.leaks()).isEmpty();
            assertTalkative(program.home(), "CreatePurgeTask", "***");
            assertOwnerOnly(program.home());
        }
    }

    private static void window(CanaryProgram program, Language language) throws Exception {
        for (CanaryWindow.Part part : CanaryWindow.Part.values()) {
            Process process =
                    program.start(
                            CanaryWindow.class.getName(),
                            List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                            CanaryWindow.arguments(part, language, program.home()));
            program.end(process, 0);
        }
        try (RealPreferences left = new RealPreferences(program.home(), Canaries.PASSPHRASE)) {
            assertThat(left.access().bundle().save(program.file("bundle.zip"), true))
                    .as("its key went with the passphrase and was not entered anew")
                    .containsExactly("taken", "far");
        }
    }

    /** The tour with canaries in the environment, at an EdgeOne that accepts them. */
    @Test
    void noTourLeavesASecret() throws Exception {
        CanaryProgram program = new CanaryProgram(temp.resolve("tour"), jars);
        program.signIn(CanaryCommands.ID);
        Path pictures = program.file("pictures");
        try (EmbeddedEdgeOne edgeOne = CanaryCommands.edgeOne()) {
            program.run(
                    0,
                    "",
                    "--tour",
                    pictures.toString(),
                    "--endpoint",
                    edgeOne.endpoint().toString());
        }
        try (var taken = Files.list(pictures)) {
            assertThat(taken).hasSizeGreaterThan(10);
        }
        assertThat(canaries.below(temp)).isEmpty();
        assertThat(program.leaks()).isEmpty();
        assertTalkative(program.home(), "CreatePurgeTask");
        assertOwnerOnly(program.home());
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

    /** A full log must contain something. */
    private static void assertTalkative(Path home, String... words) throws IOException {
        try (var logs = Files.list(home.resolve("log"))) {
            assertThat(logs.filter(f -> f.toString().endsWith(".log")).map(CanaryTest::text))
                    .anySatisfy(t -> assertThat(t).contains(words));
        }
    }

    private static void assertOwnerOnly(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> owner =
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertThat(owner)
                        .as(path.toString())
                        .containsAll(Files.getPosixFilePermissions(path));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
