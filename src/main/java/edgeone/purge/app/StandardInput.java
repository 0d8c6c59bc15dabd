package edgeone.purge.app;

import edgeone.purge.accounts.PassphraseSource;

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

/** The passphrase of the encrypted file from a prompt without echo, or a line of standard input. */
final class StandardInput implements PassphraseSource {
    private final InputStream in;

    StandardInput(InputStream in) {
        this.in = in;
    }

    @Override
    public char @Nullable [] passphrase(boolean creating) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s: ", "Passphrase"))
                .orElseGet(this::line);
    }

    /** Byte by byte, so that nothing after the line is taken. */
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
        return Arrays.copyOf(line, length);
    }
}
