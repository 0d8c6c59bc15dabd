package edgeone.purge.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

final class BuildInfoTest {
    @Test
    void theBuildWritesItsVersion() {
        BuildInfo info = BuildInfo.read();
        assertThat(info.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Instant.parse(info.time())).isBefore(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(info.commit()).matches("([0-9a-f]{7,40}\\+?)?");
    }

    @Test
    void theLineOmitsWhatIsUnknown() throws IOException {
        assertThat(of("version=1.2.3\ntime=2026-01-02T03:04:05Z\ncommit=1a2b3c4\ndirty=false"))
                .isEqualTo("edgeone-purge 1.2.3 (1a2b3c4, 2026-01-02T03:04:05Z)");
        assertThat(of("version=1.2.3\ntime=2026-01-02T03:04:05Z\ncommit=1a2b3c4\ndirty=true"))
                .isEqualTo("edgeone-purge 1.2.3 (1a2b3c4+, 2026-01-02T03:04:05Z)");
        assertThat(of("version=1.2.3\ntime=2026-01-02T03:04:05Z\ncommit=\ndirty="))
                .isEqualTo("edgeone-purge 1.2.3 (2026-01-02T03:04:05Z)");
        assertThat(of("version=1.2.3\ntime=${build.time}\ncommit=${x}\ndirty=${y}"))
                .isEqualTo("edgeone-purge 1.2.3");
    }

    private static String of(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return BuildInfo.of(properties).line();
    }
}
