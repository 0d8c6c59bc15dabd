package edgeone.purge.engine.run;

import edgeone.purge.teo.reply.ServerClock;

import java.util.concurrent.atomic.AtomicBoolean;

/** Reports once, before the next event, that requests are signed with EdgeOne's clock. */
public final class ClockNotice implements Progress {
    private final ServerClock clock;
    private final Progress progress;
    private final AtomicBoolean told = new AtomicBoolean();

    public ClockNotice(ServerClock clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public void on(Event event) {
        if (clock.corrected() && told.compareAndSet(false, true)) {
            progress.on(new Event.ClockCorrected(clock.offset()));
        }
        progress.on(event);
    }
}
