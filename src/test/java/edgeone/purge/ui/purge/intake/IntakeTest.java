package edgeone.purge.ui.purge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

final class IntakeTest {

    @Test
    void everyKindOfLineEndSplitsOnce() {
        assertThat(Intake.of("a\nb\r\nc\rd\n"))
                .isEqualTo(new Intake.Lines(List.of("a", "b", "c", "d")));
        assertThat(Intake.of("")).isEqualTo(new Intake.Lines(List.of()));
        assertThat(Intake.of("\n\na")).isEqualTo(new Intake.Lines(List.of("", "", "a")));
    }

    /** Otherwise, marks would stand on the wrong lines. */
    @Test
    void linesAreCountedAsTheTargetReaderCountsThem() {
        Random random = new Random(7);
        String[] pieces = {"\n", "\r\n", "\r", "x", " ", "\u2028", "\u0085", "\f", "夏"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            text.append("END");
            var problems =
                    TargetReader.read(PurgeType.URL, text.toString(), new ZoneHosts.Unchecked())
                            .problems();
            List<String> lines = ((Intake.Lines) Intake.of(text.toString())).lines();
            assertThat(problems.getLast().line()).isEqualTo(lines.size());
        }
    }

    @Test
    void binaryIsRefusedWithTheLine() {
        assertThat(Intake.of("a\nb\0c")).isEqualTo(new Intake.Refused(Intake.Reason.BINARY, 2));
        byte[] tenMegabytes = new byte[10_000_000];
        new Random(1).nextBytes(tenMegabytes);
        assertThat(Intake.of(tenMegabytes)).isInstanceOf(Intake.Refused.class);
        assertThat(Intake.of(new String(tenMegabytes, StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Intake.Refused.class);
    }

    @Test
    void aLineNoTargetCanHaveIsRefused() {
        assertThat(Intake.of("a\n" + "x".repeat(Intake.LONGEST_LINE + 1)))
                .isEqualTo(new Intake.Refused(Intake.Reason.LINE_TOO_LONG, 2));
    }

    @Test
    void filesAreUtf8OrMarkedUtf16() {
        assertThat(Intake.of("\uFEFFhttps://a/夏\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Intake.Lines(List.of("https://a/夏")));
        assertThat(Intake.of("\uFEFFhttps://a/夏\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Intake.Lines(List.of("https://a/夏")));
        assertThat(Intake.of(new byte[] {'a', (byte) 0xE9, '/'}))
                .isEqualTo(new Intake.Refused(Intake.Reason.NOT_UTF8, 0));
        assertThat(Intake.of("https://a/夏天\n".getBytes(Charset.forName("GB18030"))))
                .isEqualTo(new Intake.Refused(Intake.Reason.PERHAPS_GB18030, 0));
    }
}
