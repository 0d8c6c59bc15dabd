package edgeone.purge.ui.purge.intake;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Reads texts and files off the JavaFX thread. Text for cache tags is taken as it is; otherwise its
 * format is recognised.
 */
public final class TextReading {
    private final Session session;
    private final Tasks tasks;
    private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private int readings;

    public TextReading(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    /**
     * Reads a file.
     *
     * @param encoding what a file without a byte order mark is
     * @param taken receives what it holds
     */
    public void readFile(
            Path file,
            Charset encoding,
            Watch watch,
            Consumer<? super Arrival> taken,
            Consumer<? super Exception> failed) {
        boolean tags = takesTags();
        run(
                () -> {
                    Intake plain = read(file, encoding);
                    return tags
                            ? new Arrival.Plain(plain)
                            : new Recognition(TextSource.file(file, encoding), plain)
                                    .recognise(watch);
                },
                taken,
                failed);
    }

    private static Intake read(Path file, Charset encoding) throws IOException {
        if (Files.size(file) > Intake.LONGEST_TEXT) {
            return new Intake.Refused(Intake.Reason.TEXT_TOO_LONG, 0);
        }
        byte[] bytes = Files.readAllBytes(file);
        Intake marked = Intake.of(bytes);
        return encoding.equals(StandardCharsets.UTF_8) || marked instanceof Intake.Lines
                ? marked
                : Intake.of(new String(bytes, encoding));
    }

    /** Reads a pasted or dropped text. */
    public void readText(
            String text, Consumer<? super Arrival> taken, Consumer<? super Exception> failed) {
        boolean tags = takesTags();
        run(
                () -> {
                    Intake plain = Intake.of(text);
                    return tags
                            ? new Arrival.Plain(plain)
                            : new Recognition(TextSource.pasted(text), plain).recognise(Watch.NONE);
                },
                taken,
                failed);
    }

    /**
     * Reads a text again, in the format a person chose.
     *
     * @param base what relative addresses are completed with; null if there is none
     */
    public void readAs(
            Recognition text,
            Format format,
            @Nullable BaseAddress base,
            Consumer<? super Arrival> taken,
            Consumer<? super Exception> failed) {
        run(() -> text.as(format, base, Watch.NONE), taken, failed);
    }

    private void run(
            Callable<Arrival> work,
            Consumer<? super Arrival> taken,
            Consumer<? super Exception> failed) {
        underWay.set(++readings > 0);
        tasks.run(work, counted(taken), counted(failed));
    }

    private <T> Consumer<T> counted(Consumer<? super T> taken) {
        return value -> {
            try {
                taken.accept(value);
            } finally {
                underWay.set(--readings > 0);
            }
        };
    }

    /** Whether a text or a file that has been handed in is still being read. */
    public ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** Whether a text can be read in several ways and nobody has chosen yet. */
    public ReadOnlyBooleanProperty undecidedProperty() {
        return undecided.getReadOnlyProperty();
    }

    void setUndecided(boolean now) {
        undecided.set(now);
    }

    private boolean takesTags() {
        return session.typeProperty().get() == PurgeType.CACHE_TAG;
    }

    Session session() {
        return session;
    }

    /** Runs {@code action} on the JavaFX thread. */
    void onUi(Runnable action) {
        tasks.onUi(action);
    }
}
