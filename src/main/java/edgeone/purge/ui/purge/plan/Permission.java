package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.shell.session.Session;

import java.util.function.Consumer;

/** Whether the account's safety level allows a purge, and what has to be confirmed first. */
public final class Permission {
    private final PurgeEngine engine;
    private final Session session;
    private final Latest asking;
    private final Consumer<Exception> failed;
    private final GuardSettings.Seconds countdown;
    private Runnable onChange = () -> {};
    private boolean barred;

    /**
     * @param asking one question at a time: a newer one drops the one before
     * @param countdown the setting of the countdown
     * @param failed receives why the safety level or the setting could not be read
     */
    public Permission(
            PurgeEngine engine,
            Session session,
            Latest asking,
            GuardSettings.Seconds countdown,
            Consumer<Exception> failed) {
        this.engine = engine;
        this.session = session;
        this.asking = asking;
        this.countdown = countdown;
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
     * What has to be asked before a purge.
     *
     * @param account the account's name
     * @param seconds the setting of the countdown
     */
    public record Needed(ConsentNeeded consent, String account, int seconds) {

        private Needed typed() {
            return new Needed(ConsentNeeded.TYPED_ZONE, account, seconds);
        }
    }

    /**
     * Reads the safety level and the setting of the countdown again and finds out what has to be
     * confirmed before a purge of this type. Before a wide purge, the window always asks for the
     * zone's name, whatever the level.
     *
     * @param answer receives it, unless the account is now read-only: {@link #barred} says so then
     */
    public void ask(PurgeType type, Consumer<Needed> answer) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        asking.run(
                () -> {
                    ConsentNeeded needed = engine.consentNeeded(connection, type);
                    return new Needed(needed, connection.account(), countdown.read());
                },
                needed -> {
                    learn(needed.consent());
                    onChange.run();
                    if (!barred) {
                        answer.accept(type.isWide() ? needed.typed() : needed);
                    }
                },
                failed);
    }
}
