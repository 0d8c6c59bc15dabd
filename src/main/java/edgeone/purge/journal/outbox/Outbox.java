package edgeone.purge.journal.outbox;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** How far the chain is published, and to where. Thread-safe. */
public final class Outbox {
    private final Journal journal;

    public Outbox(Journal journal) {
        this.journal = journal;
    }

    /**
     * How far it is.
     *
     * @param machine this machine's ID in a team's history; null before there was a team
     * @param address of the team's database; null while none is set
     * @param published at least up to this entry
     * @param newest number of the newest entry
     */
    public record Standing(
            @Nullable String machine, @Nullable String address, long published, long newest) {
        /** How many entries wait. */
        public long pending() {
            return address == null ? 0 : Math.max(0, newest - published);
        }
    }

    public Standing standing() {
        return journal.read(
                c -> {
                    long newest = Chain.head(c).n();
                    Standing known =
                            Sql.first(
                                    c,
                                    r ->
                                            new Standing(
                                                    r.getString(1),
                                                    r.getString(2),
                                                    r.getLong(3),
                                                    newest),
                                    "SELECT machine, address, published FROM team");
                    return known == null ? new Standing(null, null, 0, newest) : known;
                });
    }

    /**
     * Remembers which database the chain is published to. From then on, pruning leaves what is not
     * published. Another one than before gets everything.
     *
     * @return this machine's ID
     */
    public String attach(String address) {
        Standing now = standing();
        if (now.machine() != null && address.equals(now.address())) {
            return now.machine();
        }
        return journal.write(
                c -> {
                    Sql.update(
                            c,
                            "INSERT INTO team (one, machine, address, published) VALUES (1, ?1, ?2,"
                                    + " 0) ON CONFLICT (one) DO UPDATE SET published = CASE WHEN"
                                    + " address = ?2 THEN published ELSE 0 END, address = ?2",
                            UUID.randomUUID().toString(),
                            address);
                    return machine(c);
                });
    }

    private static String machine(Connection c) throws SQLException {
        return Objects.requireNonNull(
                Sql.first(c, r -> r.getString(1), "SELECT machine FROM team"));
    }

    /** No database is set any more. The machine stays who it is. */
    public void detach() {
        if (standing().address() != null) {
            journal.change(c -> Sql.update(c, "UPDATE team SET address = NULL, published = 0"));
        }
    }

    /** Becomes another machine, which goes on where the one before cannot. */
    public void become(String machine, long published) {
        journal.change(
                c ->
                        Sql.update(
                                c,
                                "UPDATE team SET machine = ?, published = ?",
                                machine,
                                published));
    }

    /**
     * The entries up to one are published. May be forgotten after a power cut: the database knows.
     *
     * @param address where; nothing is noted if it is not the one of now
     */
    public void published(String address, long n) {
        journal.changeUnsynced(
                c ->
                        Sql.update(
                                c,
                                "UPDATE team SET published = ?1 WHERE address = ?2 AND published <>"
                                        + " ?1",
                                n,
                                address));
    }

    /** Works on the journal as it is now, on a connection of its own. */
    public <T> T snapshot(Function<Snapshot, T> work) {
        return journal.readAside(c -> work.apply(new Snapshot(c)));
    }
}
