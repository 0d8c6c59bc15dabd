package edgeone.purge.ui.history.list;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.query.Whose;

import org.jspecify.annotations.Nullable;

/** Whose jobs are listed. */
public sealed interface AccountChoice {

    /** Those of the account that is open. */
    record Open() implements AccountChoice {}

    /** Those of all accounts. */
    record Every() implements AccountChoice {}

    /** Those of the account of this name. */
    record Named(String name) implements AccountChoice {}

    /**
     * The jobs it stands for.
     *
     * @param connection the account that is open; null if there is none
     */
    default Whose whose(@Nullable Connection connection) {
        return switch (this) {
            case Open _ -> connection == null ? Whose.EVERYBODY : connection.whose();
            case Every _ -> Whose.EVERYBODY;
            case Named(String name) -> new Whose.Named(name);
        };
    }
}
