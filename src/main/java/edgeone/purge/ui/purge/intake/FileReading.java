package edgeone.purge.ui.purge.intake;

import edgeone.purge.targets.intake.CanceledReadException;
import edgeone.purge.targets.intake.Watch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Shows the progress of reading a long file and allows canceling it. */
final class FileReading implements Watch {
    private static final long TOLD_EVERY = 4_000_000;

    private final IntakeBar bar;
    private final Consumer<Runnable> ui;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long told;

    FileReading(IntakeBar bar, Consumer<Runnable> ui) {
        this.bar = bar;
        this.ui = ui;
    }

    @Override
    public void passed(long characters) throws CanceledReadException {
        if (ended.get()) {
            throw new CanceledReadException();
        }
        if (characters - told >= TOLD_EVERY) {
            told = characters;
            ui.accept(
                    () -> {
                        if (!ended.get()) {
                            bar.reading(characters, this::end);
                        }
                    });
        }
    }

    /** Stops showing progress, and stops the reading if it still runs. On the JavaFX thread. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            bar.hide();
        }
    }
}
