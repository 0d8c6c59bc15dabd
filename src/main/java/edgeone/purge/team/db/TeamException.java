package edgeone.purge.team.db;

import java.sql.SQLException;

/** Work with the team's database ended by a known trouble. */
public final class TeamException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient TeamTrouble trouble;

    public TeamException(TeamTrouble trouble) {
        super(trouble.kind() + ": " + trouble.detail());
        this.trouble = trouble;
    }

    public TeamException(TeamTrouble.Kind kind, String detail) {
        this(new TeamTrouble(kind, detail));
    }

    public TeamTrouble trouble() {
        return trouble;
    }
}
