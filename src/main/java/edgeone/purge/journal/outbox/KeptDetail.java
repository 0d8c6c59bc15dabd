package edgeone.purge.journal.outbox;

import edgeone.purge.journal.chain.CanonicalJson;
import edgeone.purge.journal.rows.ChainRows;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The contents that the digest of a kept job is over, as JSON. */
final class KeptDetail {
    private KeptDetail() {}

    static String of(Connection c, String job, List<Integer> batches, String content)
            throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int n : batches) {
            parts.add(
                    new CanonicalJson()
                            .put("batch", ChainRows.batch(c, job, n))
                            .put("n", n)
                            .put("results", ChainRows.results(c, job, n))
                            .text());
        }
        @Nullable String ended = ChainRows.ended(c, job);
        String head = new CanonicalJson().put("ended", ended).put("job", content).text();
        return "{\"batches\":[" + String.join(",", parts) + "]," + head.substring(1);
    }
}
