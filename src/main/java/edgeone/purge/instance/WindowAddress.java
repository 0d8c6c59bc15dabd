package edgeone.purge.instance;

import edgeone.purge.files.PrivateFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a window listens, and the secrets that authenticate both sides: only those who can read the
 * home folder can knock, and a program that has taken over the port since cannot answer.
 *
 * @param port the loopback port
 * @param process the process that listens
 */
record WindowAddress(int port, long process, String knock, String answer) {
    private static final int WORD_BYTES = 16;
    private static final Pattern LINE =
            Pattern.compile("(\\d{1,5}) (\\d{1,18}) ([0-9a-f]{32}) ([0-9a-f]{32})\\s*");

    /** Creates an address with new secrets. */
    static WindowAddress at(int port) {
        SecureRandom random = new SecureRandom();
        return new WindowAddress(port, ProcessHandle.current().pid(), word(random), word(random));
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[WORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String line() {
        return port + " " + process + " " + knock + " " + answer + "\n";
    }

    @Override
    public String toString() {
        return "port " + port + " of process " + process;
    }

    /** The file of a home folder that holds the address; accessible only to its owner. */
    static final class File {
        private final PrivateFile file;

        File(Path home) {
            file = new PrivateFile(home.resolve("one-window.address"));
        }

        /** Empty also if the content is not an address. */
        Optional<WindowAddress> read() throws IOException {
            return file.read()
                    .map(content -> LINE.matcher(new String(content, StandardCharsets.US_ASCII)))
                    .filter(Matcher::matches)
                    .map(
                            m ->
                                    new WindowAddress(
                                            Integer.parseInt(m.group(1)),
                                            Long.parseLong(m.group(2)),
                                            m.group(3),
                                            m.group(4)));
        }

        void write(WindowAddress address) throws IOException {
            file.write(address.line().getBytes(StandardCharsets.US_ASCII));
        }

        void delete() throws IOException {
            Files.deleteIfExists(file.path());
        }
    }
}
