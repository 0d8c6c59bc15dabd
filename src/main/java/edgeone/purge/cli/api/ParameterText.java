package edgeone.purge.cli.api;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The text of an option that is given as it is, or as {@code @F} for a file. */
final class ParameterText {
    /** EdgeOne takes no larger body. */
    private static final int LONGEST = 10 * 1024 * 1024;

    private static final String STANDARD_INPUT = "-";

    private ParameterText() {}

    /**
     * @param given the text, {@code @F} for the file F, or {@code @-} for standard input
     * @throws CommandFailure the file cannot be read, is too large, or is no UTF-8
     */
    static String of(String given, InputStream in) throws IOException {
        if (!given.startsWith("@")) {
            return given;
        }
        String file = given.substring(1);
        byte[] bytes = file.equals(STANDARD_INPUT) ? in.readNBytes(LONGEST + 1) : read(file);
        if (bytes.length > LONGEST) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.file.too-large", file);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.file.not-utf8", file);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(LONGEST + 1);
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.file.unreadable", file);
        }
    }
}
