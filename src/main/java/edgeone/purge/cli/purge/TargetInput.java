package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.targets.TextDecoding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the targets a command is given: the file first, then the single ones. */
final class TargetInput {
    /** Far above any legal list; keeps a wrong file from filling the memory. */
    static final int MAX_BYTES = 256 * 1024 * 1024;

    private TargetInput() {}

    /**
     * The text of all targets, one a line; null where none were given at all.
     *
     * @param file a path, or {@code -} for {@code in}
     */
    static @Nullable String read(@Nullable String file, List<String> single, InputStream in)
            throws IOException {
        if (file == null && single.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(decode(bytes(file, in), file));
        }
        for (String target : single) {
            if (target.chars().anyMatch(c -> c == '\n' || c == '\r')) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.target.line-break");
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(target);
        }
        return text.toString();
    }

    private static byte[] bytes(String file, InputStream in) throws IOException {
        if (file.equals("-")) {
            return limited(in, file);
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.file.unreadable", file);
        }
        try (InputStream opened = Files.newInputStream(path)) {
            return limited(opened, file);
        }
    }

    private static byte[] limited(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.file.too-large", file);
        }
        return bytes;
    }

    private static String decode(byte[] bytes, String file) {
        return switch (TextDecoding.of(bytes)) {
            case TextDecoding.Decoded decoded -> decoded.text();
            case TextDecoding.Undecodable undecodable ->
                    throw undecodable.likely() == null
                            ? new CommandFailure(ExitCodes.REFUSED, "cli.file.not-utf8", file)
                            : new CommandFailure(
                                    ExitCodes.REFUSED,
                                    "cli.file.other-encoding",
                                    file,
                                    undecodable.likely().ianaName());
        };
    }
}
