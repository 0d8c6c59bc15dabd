package edgeone.purge.cli.kit;

import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * A stream that a terminal may stand behind: whatever text is printed on it, no control character
 * but the line feed reaches the terminal, and what its encoding does not hold is escaped instead of
 * becoming a question mark. Single bytes are written as they are.
 */
public final class TerminalStream extends PrintStream {
    private final CharsetEncoder encoder;

    private TerminalStream(PrintStream behind, Charset charset) {
        super(behind, true, charset);
        encoder = charset.newEncoder();
    }

    /** A guard before {@code behind}, in its encoding. */
    public static TerminalStream over(PrintStream behind) {
        return behind instanceof TerminalStream guarded
                ? guarded
                : new TerminalStream(behind, behind.charset());
    }

    /** Writes texts to {@code stream}. */
    public static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(
                new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) {
                        stream.print(new String(text, from, length));
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }

                    @Override
                    public void close() {
                        stream.flush();
                    }
                },
                true);
    }

    @Override
    public void print(@Nullable String text) {
        super.print(shown(String.valueOf(text)));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }

    @Override
    public void print(char c) {
        print(String.valueOf(c));
    }

    private synchronized String shown(String text) {
        return VisibleText.lines(text, c -> c < 0x80 || encoder.canEncode(Character.toString(c)));
    }
}
