package edgeone.purge.journal.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The digest of a job's targets: SHA-256 over a line for each in order, {@code
 * position,batch,length:target}, ended by a line feed, with the length in UTF-8 bytes.
 */
public final class ChainTargets {
    private ChainTargets() {}

    /** The digest of batches, numbered from 1, with targets, numbered from 1 across all. */
    public static String digest(List<List<String>> batches) {
        ChainHash digest = new ChainHash();
        int position = 1;
        for (int n = 1; n <= batches.size(); n++) {
            for (String target : batches.get(n - 1)) {
                int length = target.getBytes(StandardCharsets.UTF_8).length;
                digest.add(position++ + "," + n + "," + length + ":" + target + "\n");
            }
        }
        return digest.hex();
    }
}
