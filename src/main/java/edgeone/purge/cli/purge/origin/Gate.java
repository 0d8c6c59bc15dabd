package edgeone.purge.cli.purge.origin;

import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.run.RunControl;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says at the last moment whether confirmed purges are sent. */
@FunctionalInterface
public interface Gate {
    /** Lets everything through. */
    Gate OPEN = (_, _) -> true;

    /**
     * Whether they are sent. If not, it has said why, also in JSON.
     *
     * @param targets as they would be sent
     */
    boolean lets(List<String> targets, RunControl control) throws InterruptedException;

    /** How the origin is asked; null if it is not. */
    default @Nullable OriginOrder order() {
        return null;
    }
}
