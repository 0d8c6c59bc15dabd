package edgeone.purge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;

import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

final class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T17:30:00Z");
    private final Formats formats =
            new Formats(
                    Messages.in(Language.ENGLISH),
                    Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")),
                    words -> words.replace("secret", "***"));

    @Test
    void secretsAreRemovedFromErrors() {
        assertThat(formats.trouble(new NoSuchFileException("/home/secret.txt")).why())
                .isEqualTo("/home/***.txt");
        assertThat(formats.trouble(new IllegalStateException("no secret here")).asText())
                .contains("no *** here", "IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void timesAreLocalWithUtcOnHover() {
        assertThat(formats.when(NOW)).isEqualTo("01:30:00");
        assertThat(formats.when(NOW.minus(Duration.ofHours(2)))).isEqualTo("Yesterday 23:30");
        assertThat(formats.when(NOW.minus(Duration.ofDays(3)))).isEqualTo("2026-02-27 01:30");
        assertThat(formats.utc(NOW)).isEqualTo("2026-03-01 17:30:00 UTC");
    }

    @Test
    void durationsAreShort() {
        assertThat(formats.duration(Duration.ofMillis(400))).isEqualTo("< 1 s");
        assertThat(formats.duration(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(formats.duration(Duration.ofSeconds(128))).isEqualTo("2:08");
        assertThat(formats.duration(Duration.ofSeconds(3_728))).isEqualTo("1:02:08");
        assertThat(formats.tenths(Duration.ofMillis(840))).isEqualTo("0.8");
    }

    @Test
    void numbersAreGrouped() {
        assertThat(formats.count(1_240)).isEqualTo("1,240");
    }
}
