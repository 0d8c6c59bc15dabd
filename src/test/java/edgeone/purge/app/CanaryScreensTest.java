package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Types unique secrets into the windows of the real program, and searches what it leaves. */
@Timeout(600)
final class CanaryScreensTest {
    @TempDir private static Path shared;
    private static ProgramJars jars;

    @TempDir private Path temp;

    private final Canaries canaries = Canaries.all();

    @BeforeAll
    static void pack() throws Exception {
        jars = ProgramJars.in(shared.resolve("jars"));
        new CanaryProgram(shared.resolve("first"), jars).run(0, "", "zones");
    }

    /** Fails on a new dialog until the canaries pass through it. */
    @Test
    void everyDialogIsKnown() {
        assertThat(CanaryDialog.openers())
                .containsExactlyElementsOf(CanaryDialog.openersOfTheProgram());
    }

    /** {@link CanaryPerson} types the secrets and checks what the screens show. */
    @Test
    @Tag("long")
    void noScreenShowsOrLeavesASecret() throws Exception {
        window(Language.ENGLISH);
    }

    @Test
    @Tag("long")
    void noScreenInChineseShowsOrLeavesASecret() throws Exception {
        window(Language.CHINESE);
    }

    private void window(Language language) throws Exception {
        CanaryProgram program = new CanaryProgram(temp.resolve(language.tag()), jars);
        window(program, language);
        assertThat(canaries.below(temp)).isEmpty();
        program.assertClean("CreatePurgeTask", "***");
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
}
