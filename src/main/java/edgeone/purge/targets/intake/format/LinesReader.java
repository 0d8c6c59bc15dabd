package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.rules.AddressText;

import java.io.BufferedReader;
import java.io.IOException;

/** One target a line. */
public final class LinesReader implements FormatReader {
    private final boolean comments;

    /**
     * Reads lines.
     *
     * @param comments whether lines that start with {@code #} are left out
     */
    public LinesReader(boolean comments) {
        this.comments = comments;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (comments && line.stripLeading().startsWith("#")) {
                found.leave(number, line.strip(), Why.COMMENT);
            } else if (!isBlank(line)) {
                found.take(number, line);
            }
        }
    }

    private static boolean isBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!AddressText.isSpace(c) && c != '\uFEFF') {
                return false;
            }
        }
        return true;
    }
}
