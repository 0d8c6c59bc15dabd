package edgeone.purge.targets.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The one place where bytes become text. */
final class Decoding {
    private Decoding() {}

    /**
     * UTF-8, with or without a byte order mark.
     *
     * @return a reader that throws {@link java.nio.charset.CharacterCodingException} at bytes that
     *     are not UTF-8
     */
    static Reader reader(InputStream in) throws IOException {
        PushbackReader reader =
                new PushbackReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}
