package edgeone.purge.code;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a language writes a string between double quotes: in printable ASCII, so that the code is the
 * same in every terminal, file and compiler. What means something there, and everything else, is
 * escaped.
 */
enum Quotation {
    /** Also for JavaScript and C#. */
    JSON {
        @Override
        String escaped(int c) {
            return units(c);
        }
    },
    JAVA {
        // Octal below 128: the compiler reads a backslash with a "u" before it knows of strings.
        @Override
        String escaped(int c) {
            return c < 0x80 ? String.format(Locale.ROOT, "\\%03o", c) : units(c);
        }
    },
    PYTHON {
        @Override
        String escaped(int c) {
            return c < 0x10000 ? hex("\\u%04x", c) : hex("\\U%08x", c);
        }
    },
    GO {
        @Override
        String escaped(int c) {
            return c < 0x10000 ? hex("\\u%04x", c) : hex("\\U%08x", c);
        }
    },
    PHP {
        @Override
        String escaped(int c) {
            if (c == '$') {
                return "\\$";
            }
            StringBuilder bytes = new StringBuilder();
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                bytes.append(hex("\\x%02X", b & 0xFF));
            }
            return bytes.toString();
        }

        @Override
        boolean stays(int c) {
            return c != '$' && super.stays(c);
        }
    };

    /** A character that does not stay, is no quote, no backslash and no common control. */
    abstract String escaped(int c);

    boolean stays(int c) {
        return c >= ' ' && c < 0x7F;
    }

    /** The string with its quotation marks. */
    String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"', '\\' -> out.append('\\').append((char) c);
                                case '\n' -> out.append("\\n");
                                case '\r' -> out.append("\\r");
                                case '\t' -> out.append("\\t");
                                default -> {
                                    if (stays(c)) {
                                        out.appendCodePoint(c);
                                    } else {
                                        out.append(escaped(c));
                                    }
                                }
                            }
                        });
        return out.append('"').toString();
    }

    private static String units(int c) {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            units.append(hex("\\u%04x", unit));
        }
        return units.toString();
    }

    private static String hex(String format, int c) {
        return String.format(Locale.ROOT, format, c);
    }
}
