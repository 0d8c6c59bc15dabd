package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.finding.Why;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** File names as git lists what differs: names alone, or each with its status. */
public final class DiffReader implements FormatReader {
    public static final Pattern STATUS =
            Pattern.compile("([ACDMTUXBR])\\d{0,3}\t[^\t]+(?:\t[^\t]+)?");

    private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final BaseAddress base;

    public DiffReader(@Nullable BaseAddress base) throws UnreadableException {
        if (base == null) {
            throw new UnreadableException(Reason.NO_BASE);
        }
        this.base = base;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            boolean status = STATUS.matcher(line).matches();
            // A rename changes both addresses, a copy the new one only.
            int from = !status ? 0 : parts.length > 2 && parts[0].startsWith("C") ? 2 : 1;
            for (int i = from; i < parts.length; i++) {
                String name = parts[i].strip();
                if (name.isEmpty()) {
                    found.leave(number, line, Why.EMPTY);
                } else {
                    found.take(number, base.below(encoded(unquoted(name))));
                }
            }
        }
    }

    /** In a name these are plain characters, in an address they are not. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7F && "%?#\\\"<>".indexOf(b) < 0;
            if (plain) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** Git quotes names with odd characters, as C does. */
    private static String unquoted(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        String inside = name.substring(1, name.length() - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < inside.length()) {
            int c = inside.codePointAt(at);
            at += Character.charCount(c);
            if (c != '\\' || at == inside.length()) {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            } else if (OCTAL.matcher(inside).region(at, inside.length()).lookingAt()) {
                bytes.write(Integer.parseInt(inside.substring(at, at + 3), 8));
                at += 3;
            } else {
                int escaped = inside.codePointAt(at);
                at += Character.charCount(escaped);
                String meant =
                        switch (escaped) {
                            case 'n' -> "\n";
                            case 't' -> "\t";
                            case 'r' -> "\r";
                            default -> Character.toString(escaped);
                        };
                bytes.writeBytes(meant.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
