package edgeone.purge.secrets;

import edgeone.purge.secrets.SecretScan.Form;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ways a secret may be written: as is (UTF-8, UTF-16), in Base64 at each of its three
 * alignments, in hexadecimal, URL-encoded, or escaped as in JSON. A secret under 4 bytes has none,
 * and encodings only from 6 bytes on, since shorter ones turn up by chance.
 */
final class SecretForms {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_ENCODED = 6;
    private static final Pattern ESCAPE = Pattern.compile("%..");

    private final List<Written> written = new ArrayList<>();

    private SecretForms() {}

    /** One form of a secret, of at least 4 bytes. */
    static final class Written {
        private final Form form;
        private final byte[] bytes;

        private Written(Form form, byte[] bytes) {
            this.form = form;
            this.bytes = bytes;
        }

        Form form() {
            return form;
        }

        /** The bytes themselves, not a copy. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** Every form of {@code secret}; the array stays the caller's. */
    static List<Written> of(char[] secret) {
        byte[] utf8 = encoded(secret, StandardCharsets.UTF_8);
        SecretForms forms = new SecretForms();
        if (utf8.length >= SHORTEST) {
            forms.add(Form.PLAIN, utf8.clone());
            forms.add(Form.UTF_16, encoded(secret, StandardCharsets.UTF_16LE));
            forms.add(Form.UTF_16, encoded(secret, StandardCharsets.UTF_16BE));
        }
        if (utf8.length >= SHORTEST_ENCODED) {
            forms.addBase64(utf8);
            forms.addText(Form.HEX, HexFormat.of().formatHex(utf8));
            forms.addText(Form.HEX, HexFormat.of().withUpperCase().formatHex(utf8));
            forms.addUrlEncoded(utf8);
            forms.addJsonEscaped(secret);
        }
        Wipe.bytes(utf8);
        return forms.written;
    }

    /**
     * In a longer text a secret starts at one of three positions of a Base64 group; characters at
     * its ends that also encode neighbouring bytes are dropped.
     */
    private void addBase64(byte[] secret) {
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + secret.length];
            System.arraycopy(secret, 0, padded, before, secret.length);
            int from = Math.ceilDiv(8 * before, 6);
            int to = 8 * padded.length / 6;
            byte[] standard = Base64.getEncoder().withoutPadding().encode(padded);
            byte[] url = Base64.getUrlEncoder().withoutPadding().encode(padded);
            add(Form.BASE64, Arrays.copyOfRange(standard, from, to));
            add(Form.BASE64, Arrays.copyOfRange(url, from, to));
            Wipe.bytes(padded);
        }
    }

    /** Encoders differ in the characters they keep, the case of hex digits, and the space. */
    private void addUrlEncoded(byte[] secret) {
        for (String left : List.of("-._~", "-._*", "-._~!*'()", "", "-._~:/@!$&'()*+,;=")) {
            StringBuilder text = new StringBuilder();
            for (byte b : secret) {
                char c = (char) (b & 0xff);
                boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || left.indexOf(c) >= 0);
                if (plain) {
                    text.append(c);
                } else {
                    text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
            String upper = text.toString();
            addText(Form.URL_ENCODED, upper);
            addText(Form.URL_ENCODED, lowerEscapes(upper));
            addText(Form.URL_ENCODED, upper.replace("%20", "+"));
        }
    }

    private static String lowerEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
    }

    /** With non-ASCII as {@code \\uXXXX} or as is, and the slash escaped or not. */
    private void addJsonEscaped(char[] secret) {
        for (boolean escapeSlash : new boolean[] {false, true}) {
            addText(Form.JSON_ESCAPED, json(secret, escapeSlash, "%04x", true));
            addText(Form.JSON_ESCAPED, json(secret, escapeSlash, "%04X", true));
            addText(Form.JSON_ESCAPED, json(secret, escapeSlash, "%04x", false));
        }
    }

    private static String json(
            char[] secret, boolean escapeSlash, String digits, boolean escapeNonAscii) {
        StringBuilder text = new StringBuilder();
        for (char c : secret) {
            if (c == '"' || c == '\\' || (c == '/' && escapeSlash)) {
                text.append('\\').append(c);
            } else if (c < 0x20 || (c > 0x7e && escapeNonAscii)) {
                text.append("\\u").append(String.format(Locale.ROOT, digits, (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private void addText(Form form, String text) {
        add(form, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(Form form, byte[] bytes) {
        if (bytes.length >= SHORTEST) {
            written.add(new Written(form, bytes));
        }
    }

    private static byte[] encoded(char[] text, Charset charset) {
        CharsetEncoder encoder =
                charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        int most = (int) Math.ceil(text.length * (double) encoder.maxBytesPerChar());
        ByteBuffer buffer = ByteBuffer.allocate(most);
        encoder.encode(CharBuffer.wrap(text), buffer, true);
        encoder.flush(buffer);
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        Wipe.bytes(buffer.array());
        return bytes;
    }
}
