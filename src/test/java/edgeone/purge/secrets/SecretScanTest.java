package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.secrets.SecretScan.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

final class SecretScanTest {
    private static final String SECRET = "Kanarien+Vogel/99=~ <密钥>\"é";

    @TempDir Path temp;

    @Test
    void everyFormIsFoundAtEveryAlignment() throws Exception {
        byte[] utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        SecretScan scan = scanFor(SECRET);
        record Case(Form form, byte[] bytes) {}
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(Form.PLAIN, utf8));
        cases.add(new Case(Form.UTF_16, SECRET.getBytes(StandardCharsets.UTF_16LE)));
        cases.add(new Case(Form.UTF_16, SECRET.getBytes(StandardCharsets.UTF_16BE)));
        cases.add(new Case(Form.HEX, ascii(HexFormat.of().formatHex(utf8))));
        cases.add(new Case(Form.HEX, ascii(HexFormat.of().withUpperCase().formatHex(utf8))));
        String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        cases.add(new Case(Form.URL_ENCODED, ascii(form)));
        cases.add(new Case(Form.URL_ENCODED, ascii(form.replace("+", "%20"))));
        cases.add(
                new Case(
                        Form.URL_ENCODED,
                        ascii(new java.net.URI(null, null, "/" + SECRET, null).toASCIIString())));
        cases.add(new Case(Form.JSON_ESCAPED, jackson(false)));
        cases.add(new Case(Form.JSON_ESCAPED, jackson(true)));
        // Basic authentication and the like put something before and after it.
        for (String before : List.of("", "u", "us", "usr:", "user:")) {
            byte[] text = (before + SECRET + "?!").getBytes(StandardCharsets.UTF_8);
            cases.add(new Case(Form.BASE64, Base64.getEncoder().encode(text)));
            cases.add(new Case(Form.BASE64, Base64.getUrlEncoder().encode(text)));
            byte[] last = (before + SECRET).getBytes(StandardCharsets.UTF_8);
            cases.add(new Case(Form.BASE64, Base64.getEncoder().encode(last)));
        }
        for (Case c : cases) {
            byte[] among = new byte[c.bytes().length + 200];
            System.arraycopy(c.bytes(), 0, among, 100, c.bytes().length);
            assertThat(scan.scan(among)).as(c.form() + " " + text(c.bytes())).isPresent();
            assertThat(scan.scan(among).orElseThrow().form())
                    .as(text(c.bytes()))
                    .isEqualTo(c.form());
        }
    }

    @Test
    void whatIsNotASecretIsNotFound() {
        SecretScan scan = scanFor(SECRET);
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        assertThat(scan.scan(noise)).isEmpty();
        assertThat(scan.scan(SECRET.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(scan.scan(new byte[0])).isEmpty();
        assertThat(scan.scan(new byte[1])).isEmpty();
        assertThat(scanFor("abc").scan(ascii("abcabc"))).as("too short to mean it").isEmpty();
    }

    @Test
    void aSecretAcrossTheSeamsOfAStreamIsFoundWhereItIs() throws IOException {
        SecretScan scan = scanFor(SECRET);
        byte[] utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        for (int seam : new int[] {1 << 20, 2 << 20}) {
            for (int shift = -utf8.length - 1; shift <= 1; shift++) {
                byte[] big = new byte[(2 << 20) + 100];
                long at = seam + shift;
                System.arraycopy(utf8, 0, big, (int) at, utf8.length);
                assertThat(scan.scan(new ByteArrayInputStream(big)))
                        .as("%d %d", seam, shift)
                        .hasValueSatisfying(f -> assertThat(f.offset()).isEqualTo(at));
            }
        }
    }

    @Test
    void aFindingSaysWhoseAndHowAndNotWhat() throws IOException {
        Path file = temp.resolve("x.log");
        Files.writeString(file, "key=" + SECRET);
        assertThat(scanFor(SECRET).scan(file).orElseThrow().toString())
                .contains("prod", "PLAIN", "4")
                .doesNotContain("Kanarien");
    }

    @Test
    void bufferedStreamContentIsWiped() throws IOException {
        byte[][] buffer = new byte[1][];
        InputStream in =
                new ByteArrayInputStream(("key=" + SECRET).getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int readNBytes(byte[] into, int from, int length) {
                        buffer[0] = into;
                        return super.readNBytes(into, from, length);
                    }
                };

        assertThat(scanFor(SECRET).scan(in)).isPresent();
        assertThat(buffer[0]).containsOnly(0);
    }

    @Test
    void formsAreNamedForPeople() {
        assertThat(Form.URL_ENCODED.label()).isEqualTo("url-encoded");
        assertThat(Form.BASE64.label()).isEqualTo("base64");
    }

    private static SecretScan scanFor(String secret) {
        return SecretScan.builder().secret("prod", secret.toCharArray()).build();
    }

    /** As the command line writes JSON, and as a file of ours does. */
    private static byte[] jackson(boolean escapeNonAscii) {
        var factory =
                tools.jackson.core.json.JsonFactory.builder()
                        .configure(
                                tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII,
                                escapeNonAscii)
                        .build();
        return tools.jackson.databind.json.JsonMapper.builder(factory)
                .build()
                .writeValueAsBytes(SECRET);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
