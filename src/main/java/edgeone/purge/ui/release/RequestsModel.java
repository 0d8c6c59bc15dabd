package edgeone.purge.ui.release;

import edgeone.purge.team.release.PurgeRequest;
import edgeone.purge.team.release.ReleaseException;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import java.util.List;
import java.util.function.Consumer;

/** The requests of the team as they were read last, and again every quarter of a minute. */
public final class RequestsModel {
    private static final Duration EVERY = Duration.seconds(15);

    private final RequestDesk desk;
    private final Tasks tasks;
    private final Latest reading;
    private final ReadOnlyObjectWrapper<List<PurgeRequest>> open =
            new ReadOnlyObjectWrapper<>(List.of());

    public RequestsModel(RequestDesk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
        reading = tasks.latest();
    }

    /** Reads the requests now and from time to time. */
    public void begin() {
        // Not earlier: the models are made while JavaFX starts, and it would be waited for.
        Timeline ticking = new Timeline(new KeyFrame(EVERY, _ -> refresh()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        refresh();
    }

    /** Reads the requests again, in the background; without a team there are none. */
    public void refresh() {
        reading.run(
                () -> desk.isSet() ? desk.open() : List.<PurgeRequest>of(),
                open::set,
                _ -> open.set(List.of()));
    }

    /** Those that wait or are released and not sent, oldest first. */
    public ReadOnlyObjectProperty<List<PurgeRequest>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** One decision of the desk. */
    private interface Decision {
        void make() throws ReleaseException;
    }

    void release(PurgeRequest request, Runnable done, Consumer<Exception> failed) {
        decide(() -> desk.release(request), done, failed);
    }

    void decline(PurgeRequest request, Runnable done, Consumer<Exception> failed) {
        decide(() -> desk.decline(request), done, failed);
    }

    private void decide(Decision decision, Runnable done, Consumer<Exception> failed) {
        tasks.run(
                () -> {
                    decision.make();
                    return true;
                },
                _ -> {
                    refresh();
                    done.run();
                },
                trouble -> {
                    refresh();
                    failed.accept(trouble);
                });
    }
}
