package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.shell.session.Session;

import java.util.function.Consumer;

/** Whether the account's safety level allows a purge, and what has to be confirmed first. */
public final class Permission {
    private final PurgeEngine engine;
    private final Session session;
    private final Latest asking;
    private final Consumer<Exception> failed;
    private Runnable onChange = () -> {};
    private boolean barred;

    /**
     * @param asking one question at a time: a newer one drops the one before
     * @param failed receives why the safety level could not be read
     */
    public Permission(
            PurgeEngine engine, Session session, Latest asking, Consumer<Exception> failed) {
        this.engine = engine;
        this.session = session;
        this.asking = asking;
        this.failed = failed;
    }

    /** Calls {@code change} when {@link #ask} has found out {@link #barred} anew. */
    public void listen(Runnable change) {
        onChange = change;
    }

    /** Whether the account was read-only when last looked at. */
    public boolean barred() {
        return barred;
    }

    void learn(ConsentNeeded needed) {
        barred = needed == ConsentNeeded.IMPOSSIBLE;
    }

    /**
     * Reads the safety level again and finds out what has to be confirmed before a purge of this
     * type. Before a wide purge, the window always asks for the zone's name, whatever the level.
     *
     * @param answer receives it, unless the account is now read-only: {@link #barred} says so then
     */
    public void ask(PurgeType type, Consumer<ConsentNeeded> answer) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        asking.run(
                () -> engine.consentNeeded(connection, type),
                needed -> {
                    learn(needed);
                    onChange.run();
                    if (!barred) {
                        answer.accept(type.isWide() ? ConsentNeeded.TYPED_ZONE : needed);
                    }
                },
                failed);
    }
}
