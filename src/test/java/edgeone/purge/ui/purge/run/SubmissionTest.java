package edgeone.purge.ui.purge.run;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.editor.LineFate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class SubmissionTest {
    private static final String LINE = "https://www.example.com/a";

    @TempDir Path home;
    private LiveConsole live;
    private Desk desk;
    private Submission submission;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live).signIn();
        submission =
                new Submission(
                        desk.session,
                        desk.runs,
                        live.history(),
                        new Tasks(Runnable::run, Runnable::run),
                        _ -> {});
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void whatHappenedIsKnownLineByLine() {
        assertThat(submission.endProperty().get()).isNull();
        start(Consent.NONE, PurgeType.URL, LINE);
        assertThat(submission.holder()).isNotNull();
        assertThat(submission.endProperty().get().fate(LINE).kind())
                .isEqualTo(LineFate.Kind.SUCCEEDED);
        assertThat(submission.endProperty().get().fate("another")).isNull();
    }

    @Test
    void everyPhaseIsToldAndQuotasAreReadAgain() {
        List<Boolean> sending = new ArrayList<>();
        submission.listen(() -> sending.add(submission.runProperty().get().sending()));
        start(Consent.NONE, PurgeType.URL, LINE);
        assertThat(sending).isNotEmpty().endsWith(false);
        assertThat(desk.session.quota().available()).isEqualTo(9_999);
    }

    @Test
    void aRunThatNeverReachedTheJournalLeavesTheFormFree() {
        start(new Consent(true, "example.org"), PurgeType.HOST, "www.example.com");
        assertThat(submission.runProperty().get()).isNotNull();
        assertThat(submission.holder()).isNull();
    }

    @Test
    void releasingKeepsOrForgetsWhatHappened() {
        start(Consent.NONE, PurgeType.URL, LINE);
        assertThat(submission.release(true)).isTrue();
        assertThat(submission.holder()).isNull();
        assertThat(submission.endProperty().get()).isNotNull();
        assertThat(submission.release(false)).isTrue();
        assertThat(submission.endProperty().get()).isNull();
    }

    @Test
    void whatHappenedElsewhereIsForgottenOnceTheFormIsFree() {
        start(Consent.NONE, PurgeType.URL, LINE);
        desk.session.typeProperty().set(PurgeType.HOST);
        submission.forgetForeignEnd();
        assertThat(submission.endProperty().get()).isNotNull();
        submission.release(true);
        desk.session.typeProperty().set(PurgeType.URL);
        submission.forgetForeignEnd();
        assertThat(submission.endProperty().get()).isNotNull();
        desk.session.zoneProperty().set(desk.session.find("zone-2x5demo00003").orElseThrow());
        submission.forgetForeignEnd();
        assertThat(submission.endProperty().get()).isNull();
    }

    private void start(Consent consent, PurgeType type, String line) {
        Plan plan =
                live.engine()
                        .plan(
                                new PurgeDraft(
                                        desk.session.zoneProperty().get(),
                                        type,
                                        null,
                                        line,
                                        List.of(),
                                        true),
                                desk.session.factsProperty().get());
        submission.start(live.connection(), new ConfirmedPlan(plan, consent), null, List.of(line));
    }
}
