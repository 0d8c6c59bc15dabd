package edgeone.purge.app;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.PassphraseSource;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads secrets from a prompt without echo, or from the lines of standard input. */
final class StandardInput implements PassphraseSource {
    private final InputStream in;

    StandardInput(InputStream in) {
        this.in = in;
    }

    /** Asks for a new passphrase twice, since a typo would lock its file for good. */
    @Override
    public char @Nullable [] passphrase(boolean creating) {
        Messages messages =
                terminal()
                        .map(t -> Messages.printable(Language.ofSystem(), t.charset()))
                        .orElseGet(() -> Messages.in(Language.ofSystem()));
        char[] first = secret(messages.text("cli.passphrase"));
        if (first == null || !creating || terminal().isEmpty()) {
            return first;
        }
        char[] second = secret(messages.text("cli.passphrase.again"));
        boolean same = second != null && Arrays.equals(first, second);
        if (second != null) {
            Arrays.fill(second, '\0');
        }
        if (same) {
            return first;
        }
        Arrays.fill(first, '\0');
        return null;
    }

    /** The next secret; null at the end of the input. */
    char @Nullable [] secret(String prompt) {
        return terminal()
                .map(console -> console.readPassword("%s: ", prompt))
                .orElseGet(this::line);
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** Reads byte by byte, so that the rest of the input stays there. */
    private char @Nullable [] line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] raw = bytes.toByteArray();
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(raw));
        Arrays.fill(raw, (byte) 0);
        char[] line = new char[decoded.remaining()];
        decoded.get(line);
        int length =
                line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        char[] result = Arrays.copyOf(line, length);
        Arrays.fill(line, '\0');
        if (decoded.hasArray()) {
            Arrays.fill(decoded.array(), '\0');
        }
        return result;
    }
}
