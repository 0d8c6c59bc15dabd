package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the tour of the real program with unique secrets, and searches what it leaves. */
@Tag("long")
@Timeout(600)
final class CanaryTourTest {
    @TempDir private static Path shared;
    private static ProgramJars jars;

    @TempDir private Path temp;

    private final Canaries canaries = Canaries.all();

    @BeforeAll
    static void pack() throws Exception {
        jars = ProgramJars.in(shared.resolve("jars"));
        new CanaryProgram(shared.resolve("first"), jars).run(0, "", "zones");
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
        program.assertClean("CreatePurgeTask");
    }
}
