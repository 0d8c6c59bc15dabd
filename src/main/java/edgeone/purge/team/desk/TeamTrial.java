package edgeone.purge.team.desk;

import edgeone.purge.secrets.Secret;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.publish.ClockCheck;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalInt;

/** Connects to a database before its address and password are kept. */
public final class TeamTrial {
    private final TeamAccess access;
    private final Clock clock;

    TeamTrial(TeamAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param schema the version of the schema; null where none is or it could not be read
     * @param trouble why the database cannot be used, or a warning; null for none
     */
    public record Result(@Nullable Integer schema, @Nullable TeamTrouble trouble) {
        /** Whether the database can be used. */
        boolean isUsable() {
            return trouble == null || trouble.isWarning();
        }

        /** Whether address, user and password are right, whatever else is wrong. */
        public boolean isRight() {
            return trouble == null
                    || switch (trouble.kind()) {
                        case CLOCK,
                                NO_SCHEMA,
                                OLDER_SCHEMA,
                                NEWER_SCHEMA,
                                RIGHTS,
                                FULL,
                                READ_ONLY,
                                BROKEN ->
                                true;
                        case UNREACHABLE,
                                SLOW,
                                PASSWORD,
                                LOCKED,
                                SECRET,
                                CERTIFICATE,
                                NO_TLS,
                                NOT_POSTGRESQL,
                                OLD_SERVER,
                                NO_DATABASE,
                                ADDRESS,
                                FAILED ->
                                false;
                    };
        }
    }

    /**
     * Looks whether the database can be used, and changes nothing there.
     *
     * @param password as typed; null for the one that is kept for this user of this server, if any
     */
    public Result look(TeamAddress address, @Nullable Secret password) {
        return connect(address, password, _ -> {});
    }

    /** The same, but creates the schema or brings it up to date where the user may. */
    public Result prepare(TeamAddress address, @Nullable Secret password) {
        return connect(address, password, TeamTrial::migrate);
    }

    /** Work on the database before its schema is checked. */
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    /** Creates the schema or brings it up to date; does nothing where it is. */
    static void migrate(Connection connection) throws SQLException {
        OptionalInt version = TeamSchema.version(connection);
        if (version.orElse(0) < TeamSchema.newest()) {
            TeamSchema.migrate(connection);
        }
    }

    private Result connect(TeamAddress address, @Nullable Secret password, Step first) {
        return check(access.candidate(address, password), first, clock);
    }

    /** Connects, does {@code first}, and checks schema and clock. */
    static Result check(TeamDatabase database, Step first, Clock clock) {
        Integer schema = null;
        try (Connection connection = database.connect()) {
            OptionalInt found = TeamSchema.version(connection);
            schema = found.isPresent() ? found.getAsInt() : null;
            first.on(connection);
            schema = TeamSchema.check(connection);
            return new Result(schema, ClockCheck.of(connection, clock));
        } catch (SQLException e) {
            return new Result(schema, TeamTrouble.of(e));
        }
    }
}
