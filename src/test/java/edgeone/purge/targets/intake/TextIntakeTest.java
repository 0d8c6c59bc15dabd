package edgeone.purge.targets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.Offer;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.intake.format.Collector;
import edgeone.purge.targets.intake.source.CanceledReadException;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

final class TextIntakeTest {
    private static final TextIntake INTAKE = new TextIntake(null, Watch.NONE);

    @TempDir private Path folder;

    /** A text of any length that takes no memory. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] again;
        private final long length;
        private long at;

        Endless(String start, String again, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            // Many in a row, because whole arrays are copied faster than bytes.
            this.again = again.repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (at == length) {
                return -1;
            }
            byte[] from = at < start.length ? start : again;
            int place = (int) (at < start.length ? at : (at - start.length) % again.length);
            int copied = (int) Math.min(Math.min(count, from.length - place), length - at);
            System.arraycopy(from, place, buffer, offset, copied);
            at += copied;
            return copied;
        }
    }

    private static void refused(Reason reason, TextSource source, Format format) {
        assertThatThrownBy(() -> INTAKE.read(source, format))
                .asInstanceOf(type(UnreadableException.class))
                .extracting(UnreadableException::reason)
                .isEqualTo(reason);
    }

    private static byte[] packed(InputStream text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            text.transferTo(gzip);
        }
        return bytes.toByteArray();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = packed(new Endless("<urlset>", " ", 64L << 20));
        TextSource source =
                TextSource.stream(new ByteArrayInputStream(bomb), StandardCharsets.UTF_8);
        refused(Reason.GZIP_BOMB, source, Format.SITEMAP);
    }

    @Test
    void aFileThatPacksWellIsNone() throws IOException {
        StringBuilder text = new StringBuilder("<urlset>");
        for (int i = 0; i < 50_000; i++) {
            text.append("<url><loc>https://www.example.com/shop/products/")
                    .append(i)
                    .append("</loc><lastmod>2026-01-01T00:00:00+00:00</lastmod></url>\n");
        }
        InputStream map =
                new ByteArrayInputStream(
                        text.append("</urlset>").toString().getBytes(StandardCharsets.UTF_8));
        TextSource source =
                TextSource.stream(new ByteArrayInputStream(packed(map)), StandardCharsets.UTF_8);
        assertThat(INTAKE.read(source, Format.SITEMAP).found()).isEqualTo(50_000);
    }

    @Test
    void aFileOfMoreThan256MegabytesIsRefusedAfterReadingThatMuch() {
        Endless text = new Endless("", "\n", TextSource.LONGEST + 100);
        refused(Reason.TOO_LARGE, TextSource.stream(text, StandardCharsets.UTF_8), Format.LINES);
    }

    @Test
    void moreAddressesThanAnyoneCanPurgeAreRefused() {
        Endless text = new Endless("", "http://a/\n", 10L * (Collector.MOST + 1));
        refused(Reason.TOO_MANY, TextSource.stream(text, StandardCharsets.UTF_8), Format.LINES);
    }

    @Test
    void aHarFileIsStreamedPastItsBodies() throws IOException {
        String start =
                "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"request\":{\"method\":\"GET\","
                        + "\"url\":\"https://www.example.com/a\"},"
                        + "\"response\":{\"status\":200,\"content\":{\"text\":\"";
        InputStream text =
                new java.io.SequenceInputStream(
                        new Endless(start, "abcdefgh", 200L << 20),
                        new ByteArrayInputStream("\"}}}]}}".getBytes(StandardCharsets.UTF_8)));
        Findings findings =
                INTAKE.read(TextSource.stream(text, StandardCharsets.UTF_8), Format.HAR);
        assertThat(findings.lines().text(0)).isEqualTo("https://www.example.com/a");
        assertThat(findings.found()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void readingCanBeCanceledAndTellsHowFarItIs(Format format) {
        List<Long> passed = new ArrayList<>();
        TextIntake intake =
                new TextIntake(
                        BaseAddress.of("https://www.example.com").orElseThrow(),
                        characters -> {
                            passed.add(characters);
                            if (characters > 1_000_000) {
                                throw new CanceledReadException();
                            }
                        });
        String start =
                switch (format) {
                    case SITEMAP -> "<urlset>";
                    case JSON -> "[";
                    case CSV -> "url,x\nhttps://www.example.com/a,b\n";
                    case HAR -> "{\"log\":{\"entries\":[";
                    default -> "";
                };
        String again =
                switch (format) {
                    case SITEMAP -> "<url/>\n";
                    case JSON, HAR -> "{},\n";
                    default -> "x y z\n";
                };
        assertThatThrownBy(
                        () ->
                                intake.read(
                                        TextSource.stream(
                                                new Endless(start, again, 50L << 20),
                                                StandardCharsets.UTF_8),
                                        format))
                .isInstanceOf(CanceledReadException.class);
        assertThat(passed).hasSizeGreaterThan(5).isSorted();
        assertThat(passed.getLast()).isLessThan(2_000_000);
    }

    @Test
    void anIndexOfFilesReadsWhatLiesBesideItAndNothingElse() throws IOException {
        Path outside = folder.resolve("outside.xml");
        Path inside = Files.createDirectory(folder.resolve("maps"));
        Files.writeString(
                outside, "<urlset><url><loc>https://www.example.com/no</loc></url></urlset>");
        Files.writeString(
                inside.resolve("index.xml"),
                "<sitemapindex>"
                    + "<sitemap><loc>https://www.example.com/..\\outside.xml</loc></sitemap>"
                    + "<sitemap><loc>https://www.example.com/..</loc></sitemap>"
                    + "<sitemap><loc>https://www.example.com/%2e%2e%2foutside.xml</loc></sitemap>"
                    + "<sitemap><loc>https://www.example.com/maps/</loc></sitemap>"
                        + "<sitemap><loc>https://www.example.com/a\u0001</loc></sitemap>"
                                .replace("\u0001", "%00")
                        + "</sitemapindex>");
        Findings findings =
                INTAKE.read(TextSource.file(inside.resolve("index.xml")), Format.SITEMAP);
        assertThat(findings.found()).isZero();
        assertThat(findings.reasons()).containsOnlyKeys(Why.MISSING_CHILD);
        assertThat(findings.leftOut()).isEqualTo(5);
    }

    @Test
    void aChildThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("one.xml"), "<html><body>gone</body></html>");
        Files.writeString(
                folder.resolve("index.xml"),
                "<sitemapindex><sitemap><loc>https://x/one.xml</loc></sitemap></sitemapindex>");
        assertThatThrownBy(
                        () ->
                                INTAKE.read(
                                        TextSource.file(folder.resolve("index.xml")),
                                        Format.SITEMAP))
                .asInstanceOf(type(UnreadableException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ERROR_PAGE))
                .satisfies(e -> assertThat(e.detail()).isEqualTo("one.xml"));
    }

    @Test
    void whatIsLeftOutIsCountedInFullAndShownInPart() throws IOException {
        String text = "url,x\nhttps://www.example.com/,1\n" + "-,1\n".repeat(Findings.SAMPLE * 3);
        Findings findings = INTAKE.read(TextSource.pasted(text), Format.CSV);
        assertThat(findings.leftOut()).isEqualTo(Findings.SAMPLE * 3 + 1);
        assertThat(findings.sample()).hasSize(Findings.SAMPLE);
        assertThat(findings.found()).isEqualTo(1);
    }

    @Test
    void aPasswordIsNotShown() throws IOException {
        String text = "[x](ftp://me:secret@www.example.com/a)";
        Findings findings = INTAKE.read(TextSource.pasted(text), Format.MARKDOWN);
        assertThat(findings.sample().getFirst().text()).isEqualTo("ftp://…@www.example.com/a");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatIsSaidHasItsText(Language language) {
        Messages messages = Messages.in(language);
        for (Reason reason : Reason.values()) {
            assertThat(messages.text(reason.messageKey(), 17, "DETAIL")).isNotBlank();
        }
        for (Why why : Why.values()) {
            assertThat(messages.text(why.messageKey())).isNotBlank();
        }
        for (Format format : Format.values()) {
            assertThat(messages.text(format.messageKey())).isNotBlank();
        }
        for (Offer offer : Offer.values()) {
            assertThat(messages.text(offer.messageKey(), 3)).contains("3");
        }
    }
}
