package edgeone.purge.journal.audit;

import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/** The chain of entries, for those who check it. */
public final class ChainRepository {
    private final Journal journal;

    public ChainRepository(Journal journal) {
        this.journal = journal;
    }

    /** The newest entry. */
    public ChainReport.Head head() {
        return journal.read(
                c -> {
                    Chain.Head head = Chain.head(c);
                    return new ChainReport.Head(
                            Sql.count(c, "SELECT count(*) FROM entry"), head.hash());
                });
    }

    /**
     * Checks the chain and the journal against it, as they are now; reads all of it. Others may
     * read and write meanwhile.
     *
     * @param head a hash the chain should hold, in hex; null for none
     * @param stopped asked now and then
     * @throws StoppedException if it was stopped
     */
    public ChainReport verify(@Nullable String head, BooleanSupplier stopped) {
        return journal.readAside(c -> new ChainCheck(c, head, stopped).check());
    }
}
