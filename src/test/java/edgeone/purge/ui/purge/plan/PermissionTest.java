package edgeone.purge.ui.purge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.SignedIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

final class PermissionTest {
    @TempDir Path home;
    private LiveConsole live;
    private Desk desk;
    private Permission permission;
    private SafetyLevel level = SafetyLevel.NORMAL;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<ConsentNeeded> asked = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live);
        permission =
                new Permission(
                        live.engine(),
                        desk.session,
                        new Tasks(work::add, Runnable::run).latest(),
                        _ -> {});
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void nothingIsAskedWithoutAnAccount() {
        permission.ask(PurgeType.ALL, asked::add);
        assertThat(work).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aWidePurgeAsksForTheNameWhateverTheAccountAsks() {
        signIn();
        permission.ask(PurgeType.URL, asked::add);
        answer();
        permission.ask(PurgeType.ALL, asked::add);
        answer();
        assertThat(asked).containsExactly(ConsentNeeded.NOTHING, ConsentNeeded.TYPED_ZONE);
    }

    @Test
    void anAccountMadeReadOnlyIsBarredAndNotAsked() {
        signIn();
        List<Boolean> told = new ArrayList<>();
        permission.listen(() -> told.add(permission.barred()));
        level = SafetyLevel.READ_ONLY;
        permission.ask(PurgeType.URL, asked::add);
        answer();
        assertThat(asked).isEmpty();
        assertThat(told).containsExactly(true);
        level = SafetyLevel.NORMAL;
        permission.ask(PurgeType.URL, asked::add);
        answer();
        assertThat(asked).containsExactly(ConsentNeeded.NOTHING);
        assertThat(told).containsExactly(true, false);
    }

    @Test
    void onlyTheNewerOfTwoQuestionsIsAnswered() {
        signIn();
        permission.ask(PurgeType.URL, asked::add);
        permission.ask(PurgeType.HOST, asked::add);
        answer();
        assertThat(asked).containsExactly(ConsentNeeded.TYPED_ZONE);
    }

    private void signIn() {
        Connection signedIn = live.connection();
        Connection changing =
                new Connection(
                        signedIn.account(),
                        signedIn.accountId(),
                        signedIn.keyFingerprint(),
                        signedIn.endpoint(),
                        () -> level,
                        signedIn.demo(),
                        signedIn.client());
        desk.session.open(() -> new SignedIn(changing, "", "#8250df"), "");
    }

    private void answer() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }
}
