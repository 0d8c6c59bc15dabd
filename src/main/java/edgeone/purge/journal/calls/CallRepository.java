package edgeone.purge.journal.calls;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.SideReader;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.model.call.CallText;
import edgeone.purge.model.call.Trace;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps calls, and reads them for display. */
public final class CallRepository {
    private final Journal journal;

    public CallRepository(Journal journal) {
        this.journal = journal;
    }

    /**
     * A call as it was kept.
     *
     * @param request not kept where it follows from the batch
     * @param targets those of the batch that the request held; null where it was kept
     */
    public record Kept(
            Call call, CallText request, CallText reply, @Nullable List<String> targets) {}

    /**
     * Records calls, in one transaction that may be lost in a power cut, and removes what is no
     * longer kept of the older ones.
     *
     * @throws edgeone.purge.journal.file.JournalException also {@code BUSY}, after a quarter of a
     *     second
     */
    public void add(List<NewCall> calls) {
        journal.changeUnsynced(c -> CallTable.add(c, calls));
    }

    /** Calls, newest first. */
    public List<Call> calls(CallFilter filter, int offset, int limit) {
        return journal.read(c -> new CallList(c, filter).page(offset, limit));
    }

    public int count(CallFilter filter) {
        return journal.read(c -> new CallList(c, filter).count());
    }

    /** Where a RequestId occurs, in upper or lower case. */
    public Trace traceRequest(String requestId) {
        return journal.read(c -> CallTrace.ofRequest(c, requestId));
    }

    /**
     * Where an error code occurs.
     *
     * @param limit how many calls at the most, and how many jobs
     */
    public Trace traceCode(String code, int limit) {
        return journal.read(c -> CallTrace.ofCode(c, code, limit));
    }

    /** Reads calls beside everything else; closed with the journal. */
    public Beside beside() {
        return new Beside(journal.beside());
    }

    /** Every call has the number of its question; a newer question stops the older ones. */
    public static final class Beside {
        private final SideReader reader;

        private Beside(SideReader reader) {
            this.reader = reader;
        }

        public List<Call> calls(long question, CallFilter filter, int offset, int limit) {
            return reader.read(question, c -> new CallList(c, filter).page(offset, limit));
        }

        public int count(long question, CallFilter filter) {
            return reader.read(question, c -> new CallList(c, filter).count());
        }
    }

    /** The number of the newest call; 0 if there is none. */
    public long newest() {
        return journal.read(
                c ->
                        Objects.requireNonNull(
                                Sql.first(
                                        c,
                                        r -> r.getLong(1),
                                        "SELECT coalesce(max(id), 0) FROM call")));
    }

    /** The actions of the newest 2,000 calls, in order of their names. */
    public List<String> actions() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> r.getString(1),
                                "SELECT DISTINCT action FROM (SELECT action FROM call ORDER BY id"
                                        + " DESC LIMIT 2000) ORDER BY action"));
    }

    public Optional<Kept> find(long number) {
        return journal.read(
                c ->
                        Optional.ofNullable(
                                Sql.first(
                                        c,
                                        r -> kept(c, r),
                                        CallList.SELECT
                                                + "call"
                                                + CallList.JOB
                                                + "WHERE call.id = ?",
                                        number)));
    }

    private static Kept kept(Connection c, ResultSet r) throws SQLException {
        Call call = CallList.call(r);
        Integer targets = CallList.number(r, "targets");
        Integer size = CallList.number(r, "reply_size");
        return new Kept(
                call,
                text(r.getBytes("request"), null),
                text(r.getBytes("reply"), size == null ? null : size.longValue()),
                targets == null || call.job() == null
                        ? null
                        : targets(c, call.job(), call.batch(), targets));
    }

    private static CallText text(byte @Nullable [] packed, @Nullable Long size) {
        if (packed == null) {
            return new CallText(null, size, false);
        }
        Packed.Body body = Packed.open(packed);
        return new CallText(body.text(), size, body.cut());
    }

    /** A batch that was cut in two since has its first targets still, and the others follow. */
    private static List<String> targets(
            Connection c, String job, @Nullable Integer batch, int targets) throws SQLException {
        return Sql.list(
                c,
                r -> r.getString(1),
                "SELECT target FROM target WHERE job_id = ?1 AND position >= (SELECT min(position)"
                        + " FROM target INDEXED BY target_batch WHERE job_id = ?1 AND batch = ?2)"
                        + " ORDER BY position LIMIT ?3",
                job,
                batch,
                targets);
    }
}
