package edgeone.purge.journal.audit;

import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.rows.ChainVerdicts;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares the rows of one job with the last entries about it. */
final class JobCheck {
    private final Connection connection;
    private final String jobId;
    private final Set<String> accounts;
    private final Map<Subject, Said> last = new HashMap<>();

    /**
     * @param accounts contents of the entries that gave jobs their account
     */
    JobCheck(Connection connection, String jobId, Set<String> accounts) {
        this.connection = connection;
        this.jobId = jobId;
        this.accounts = accounts;
    }

    private record Subject(String kind, int batch) {}

    private record Said(long n, String content) {}

    boolean isAsChained() throws SQLException {
        Sql.each(
                connection,
                r ->
                        last.put(
                                new Subject(r.getString(1), r.getInt(2)),
                                new Said(r.getLong(3), r.getString(4))),
                "SELECT kind, coalesce(batch, 0), n, content FROM entry WHERE job_id = ? ORDER BY"
                        + " n",
                jobId);
        List<Integer> batches = ChainRows.batches(connection, jobId);
        EntryKind submitted =
                ChainRows.isForeign(connection, jobId) ? EntryKind.FOREIGN : EntryKind.JOB;
        return noteAndCancelAreAsChained()
                && Objects.equals(
                        ChainVerdicts.of(connection, jobId),
                        number(EntryKind.VERIFIED) > 0 ? content(EntryKind.VERIFIED, 0, "") : null)
                && (number(EntryKind.KEPT) > number(submitted)
                        ? isAsKept(batches)
                        : isAsSubmitted(submitted, batches) && batchesAreAsChained(batches));
    }

    private boolean noteAndCancelAreAsChained() throws SQLException {
        String note = ChainRows.note(connection, jobId);
        return Objects.equals(
                        note == null ? ChainRows.note((String) null) : note,
                        content(EntryKind.NOTE, 0, ChainRows.note((String) null)))
                && ChainRows.canceled(connection, jobId) == (number(EntryKind.CANCEL) > 0);
    }

    /** Several contents may be right: an account may be given later. */
    private boolean isAsKept(List<Integer> batches) throws SQLException {
        String kept = content(EntryKind.KEPT, 0, "");
        for (String job : jobContents(batches)) {
            if (ChainRows.kept(connection, jobId, batches, job).equals(kept)) {
                return hasItsTargets(batches);
            }
        }
        return false;
    }

    /** A job whose targets became more has not ended with the earlier ones. */
    private boolean isAsSubmitted(EntryKind submitted, List<Integer> batches) throws SQLException {
        return jobContents(batches).contains(content(submitted, 0, ""))
                && hasItsTargets(batches)
                && Objects.equals(
                        ChainRows.ended(connection, jobId),
                        number(EntryKind.ENDED) > number(submitted)
                                ? content(EntryKind.ENDED, 0, "")
                                : null);
    }

    private List<String> jobContents(List<Integer> batches) throws SQLException {
        String targets = ChainRows.targets(connection, jobId, batches);
        String job = ChainRows.job(connection, jobId, batches.size(), targets, true);
        String account =
                Sql.first(
                        connection,
                        r -> ChainRows.account(r.getString(1), r.getString(2), r.getString(3)),
                        "SELECT account_id, account, key_fingerprint FROM job WHERE id = ? AND"
                                + " account_id IS NOT NULL",
                        jobId);
        return account != null && accounts.contains(account)
                ? List.of(job, ChainRows.job(connection, jobId, batches.size(), targets, false))
                : List.of(job);
    }

    /** Batches are numbered from 1, and no target is outside of them. */
    private boolean hasItsTargets(List<Integer> batches) throws SQLException {
        return batches.equals(IntStream.rangeClosed(1, batches.size()).boxed().toList())
                && Sql.count(
                                connection,
                                "SELECT count(*) = (SELECT n_targets FROM job WHERE id = ?1) AND"
                                        + " coalesce(max(batch), 0) <= ?2 FROM target WHERE job_id"
                                        + " = ?1",
                                jobId,
                                batches.size())
                        == 1;
    }

    private boolean batchesAreAsChained(List<Integer> batches) throws SQLException {
        for (int n : batches) {
            String planned = ChainRows.planned(connection, jobId, n);
            String said = content(EntryKind.RESULTS, n, "");
            boolean results =
                    said.isEmpty()
                            ? ChainRows.pristine(connection, jobId, n)
                            : said.equals(ChainRows.results(connection, jobId, n));
            if (!results
                    || !content(EntryKind.BATCH, n, planned)
                            .equals(ChainRows.batch(connection, jobId, n))) {
                return false;
            }
        }
        return true;
    }

    private long number(EntryKind kind) {
        Said said = last.get(new Subject(kind.label(), 0));
        return said == null ? 0 : said.n();
    }

    private String content(EntryKind kind, int batch, String otherwise) {
        @Nullable Said said = last.get(new Subject(kind.label(), batch));
        return said == null ? otherwise : said.content();
    }
}
