package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32;

/** A pace as text: read exactly as written, or not at all. */
final class PaceLineTest {
    private static final long NOW = 1_767_225_600_000_000L;
    private static final int LIMIT = 20;

    private static List<Long> slots(int count) {
        return LongStream.range(0, count).mapToObj(i -> NOW - i * 40_000).toList();
    }

    private static Pace pace(List<Long> taken) {
        return new Pace(taken, NOW + 1, 10_000, NOW + 2, NOW + 3, 11_000, NOW + 4);
    }

    private static boolean isRead(Pace pace) {
        return PaceLine.decode(PaceLine.encode(pace), LIMIT).isPresent();
    }

    /** Whether a well-formed line with this content is accepted. */
    private static boolean isRead(String numbers) {
        CRC32 crc = new CRC32();
        crc.update(numbers.getBytes(StandardCharsets.US_ASCII));
        String line = numbers + " " + Long.toHexString(crc.getValue()) + "\n";
        return PaceLine.decode(line.getBytes(StandardCharsets.US_ASCII), LIMIT).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void whatIsWrittenIsReadAgain(int count) {
        Pace pace = pace(slots(count));

        assertThat(PaceLine.encode(pace)).hasSize(PaceLine.BYTES).endsWith('\n');
        assertThat(PaceLine.decode(PaceLine.encode(pace), LIMIT)).contains(pace);
    }

    @Test
    void moreSlotsThanAWindowHoldsWereNotWritten() {
        assertThat(isRead(pace(slots(20)))).isTrue();
        assertThat(isRead(pace(slots(21)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pace2 9 10000 0 0 10000 0, true",
        "pace2 9 10000 0 0 10000, false",
        "pace2 9, false",
        "pace2, false",
        "pace1 9 10000 0 0 10000 0, false",
        "pace2 9 10000 0 0 10000 x, false",
        "pace2 9 10000 0 0 10000 0 10, false",
        "pace2 9 10000 0 0 10000 0 9, true",
    })
    void onlyWholeLinesOfItsOwnKindAreRead(String numbers, boolean read) {
        assertThat(isRead(numbers)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void impossibleTimesAreNotRead(int which) {
        assertThat(isReadWithTime(which, -1)).isFalse();
        assertThat(isReadWithTime(which, 0)).isTrue();
        assertThat(isReadWithTime(which, Long.MAX_VALUE / 4 - 1)).isTrue();
        assertThat(isReadWithTime(which, Long.MAX_VALUE / 4)).isFalse();
        assertThat(isReadWithTime(which, Long.MAX_VALUE)).isFalse();
    }

    private static boolean isReadWithTime(int which, long time) {
        long[] t = {NOW, NOW, NOW, NOW, NOW};
        t[which] = time;
        return isRead(new Pace(List.of(t[4]), t[0], 10_000, t[1], t[2], 10_000, t[3]));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, true",
        "20000, 20000, true",
        "999, 1000, false",
        "1000, 999, false",
        "20001, 20000, false",
        "20000, 20001, true",
    })
    void impossibleRatesAreNotRead(long milliRate, long ceiling, boolean read) {
        assertThat(isRead(new Pace(List.of(), NOW, milliRate, NOW, 0, ceiling, 0))).isEqualTo(read);
    }
}
