package edgeone.purge.journal.list;

import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.model.probe.VerifiedTarget;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What probes say of the targets of a job, for targets that are read by position. */
final class VerifiedPages {
    private static final int PAGE = 500;

    private final Connection connection;
    private final String jobId;
    private final boolean any;
    private Map<Integer, VerifiedTarget> page = Map.of();
    private int first;

    /**
     * @param any whether there may be any
     */
    VerifiedPages(Connection connection, String jobId, boolean any) {
        this.connection = connection;
        this.jobId = jobId;
        this.any = any;
    }

    /**
     * What is known of a target; null for nothing.
     *
     * @param position from 1
     */
    @Nullable VerifiedTarget at(int position) throws SQLException {
        if (any && (first == 0 || position < first || position >= first + PAGE)) {
            first = (position - 1) / PAGE * PAGE + 1;
            page = VerificationRepository.targets(connection, jobId, first, first + PAGE - 1);
        }
        return page.get(position);
    }
}
