package edgeone.purge.cli.kit;

import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * A stream that may lead to a terminal. Escapes every control character except the line feed, and
 * characters its encoding lacks, which would otherwise become question marks. Single bytes are
 * written unchanged.
 */
public final class TerminalStream extends PrintStream {
    private final CharsetEncoder encoder;

    private TerminalStream(PrintStream behind, Charset charset) {
        super(behind, true, charset);
        encoder = charset.newEncoder();
    }

    /** Wraps {@code behind}, with its encoding. */
    public static TerminalStream over(PrintStream behind) {
        return behind instanceof TerminalStream guarded
                ? guarded
                : new TerminalStream(behind, behind.charset());
    }

    /** Writes text to {@code stream}. */
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
