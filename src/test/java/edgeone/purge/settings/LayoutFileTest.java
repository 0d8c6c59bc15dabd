package edgeone.purge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

final class LayoutFileTest {
    private static final TableLayout LAYOUT =
            new TableLayout(
                    List.of(
                            new TableLayout.Column("when", 132, true),
                            new TableLayout.Column("zone", 90, false)),
                    "when",
                    true);

    @TempDir Path home;

    @Test
    void whatIsSavedIsReadBackByItsOwnerOnly() throws IOException {
        assertThat(file().load()).isEmpty();
        file().save(Map.of("jobs", LAYOUT));
        assertThat(file().load()).containsExactlyEntriesOf(Map.of("jobs", LAYOUT));
        assertThat(Files.getPosixFilePermissions(home.resolve("layout.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"jobs\": 7}",
                "{\"jobs\": {\"columns\": [{\"name\": \"a\", \"width\": -1}], \"sortedBy\": \"\"}}",
                "{\"jobs\": {\"columns\": [{\"name\": \"a\", \"width\": 9}, {\"name\": \"a\","
                        + " \"width\": 9}], \"sortedBy\": \"\"}}"
            })
    void aDamagedFileIsSetAside(String content) throws IOException {
        Files.writeString(home.resolve("layout.json"), content);
        assertThat(file().load()).isEmpty();
        try (var files = Files.list(home)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("layout.json.damaged-");
        }
        file().save(Map.of("jobs", LAYOUT));
        assertThat(file().load()).isNotEmpty();
    }

    private LayoutFile file() {
        return new LayoutFile(home, Clock.systemUTC());
    }
}
