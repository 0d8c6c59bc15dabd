package edgeone.purge.team.db;

import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** Where the password of the team's database comes from, each time a connection is opened. */
@FunctionalInterface
public interface TeamPassword {
    /** No password: the server trusts this machine, or asks for something else. */
    TeamPassword NONE = () -> null;

    /**
     * Reads it; for the caller to close. Null for none.
     *
     * @throws TeamException it cannot be read now
     */
    @Nullable Secret read() throws SQLException;
}
