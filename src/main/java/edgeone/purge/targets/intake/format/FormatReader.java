package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.UnreadableException;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads one format. */
public interface FormatReader {
    /**
     * Reads to the end.
     *
     * @throws UnreadableException where it is not what it is read as
     * @throws IOException where the text cannot be read, or reading was canceled
     */
    void read(BufferedReader in, Collector found) throws IOException;
}
