package edgeone.purge.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mutants fit their sources; otherwise only the slow harness would notice. */
final class MutantTest {
    static List<Mutant> all() {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void fitsItsSource(Mutant mutant) throws IOException {
        String source = Files.readString(Path.of("src/main/java").resolve(mutant.file()));

        assertThat(mutant.applyTo(source)).isNotEqualTo(source);
    }
}
