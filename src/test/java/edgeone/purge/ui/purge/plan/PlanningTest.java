package edgeone.purge.ui.purge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.form.PurgeForm;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is planned, and when a plan is still one of the form. */
final class PlanningTest {
    @TempDir Path home;
    private LiveConsole live;
    private Desk desk;
    private PurgeForm form;
    private Planning planning;

    /** Plans that have been asked for and not been made. */
    private final Deque<Runnable> work = new ArrayDeque<>();

    private int changes;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live).signIn();
        form = new PurgeForm(desk.session);
        Tasks tasks = new Tasks(work::add, Runnable::run);
        Permission permission =
                new Permission(live.engine(), desk.session, tasks.latest(), _ -> {});
        planning = new Planning(live.engine(), desk.session, form, permission, tasks, _ -> {});
        planning.listen(() -> changes++);
        form.setLines(List.of("https://www.example.com/a"));
        make();
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void aPlanExpiresWithTheFirstKeyAndIsStillShown() {
        assertThat(planning.current().plan().targets()).isEqualTo(1);
        changes = 0;
        form.editing();
        assertThat(changes).isEqualTo(1);
        assertThat(planning.current()).isNull();
        assertThat(planning.reviewProperty().get()).isNotNull();
        form.setLines(form.linesProperty().get());
        make();
        assertThat(planning.current()).isNotNull();
    }

    @Test
    void aPlanThatIsBeingMadeIsDroppedByAnEdit() {
        form.setLines(List.of("https://www.example.com/a", "https://www.example.com/b"));
        form.editing();
        make();
        assertThat(planning.current()).isNull();
        assertThat(planning.reviewProperty().get().plan().targets()).isEqualTo(1);
    }

    @Test
    void aPlanStaysCurrentWhileNewQuotasAreWorkedIn() {
        Review before = planning.current();
        desk.session.refreshFacts();
        assertThat(work).isNotEmpty();
        assertThat(planning.current()).isSameAs(before);
        make();
        assertThat(planning.current()).isNotNull().isNotSameAs(before);
    }

    @Test
    void thereIsNoPlanWithoutAZone() {
        desk.session.zoneProperty().set(null);
        assertThat(planning.reviewProperty().get()).isNull();
        assertThat(planning.current()).isNull();
    }

    private void make() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }
}
