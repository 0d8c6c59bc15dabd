package edgeone.purge.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.journal.AccountRepository;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.history.job.JobDetail;
import edgeone.purge.ui.history.job.OutcomeChoice;
import edgeone.purge.ui.history.list.AccountChoice;
import edgeone.purge.ui.history.list.StateChip;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.session.SignedIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class HistoryViewModelTest {
    @TempDir Path home;
    private LiveConsole live;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live).signIn();
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void anEmptyJournalIsEmptyAndNotLoading() {
        assertThat(desk.history.list().loadingProperty().get()).isFalse();
        assertThat(desk.history.list().rows()).isEmpty();
        assertThat(desk.history.list().countsProperty().get().get(StateChip.ALL)).isZero();
    }

    @Test
    void jobsAreListedNewestFirstAndChipsCountThem() {
        purge("https://www.example.com/a");
        purge("https://www.example.com/b", "https://www.example.com:81/rejected");
        assertThat(desk.history.list().rows())
                .extracting(job -> job.state())
                .containsExactly(JobState.PARTLY_FAILED, JobState.SUCCEEDED);
        assertThat(desk.history.list().countsProperty().get())
                .containsEntry(StateChip.ALL, 2)
                .containsEntry(StateChip.FAILED, 1)
                .containsEntry(StateChip.SUCCEEDED, 1)
                .containsEntry(StateChip.UNKNOWN, 0);
        desk.history.list().filters().chipProperty().set(StateChip.FAILED);
        assertThat(desk.history.list().rows()).hasSize(1);
        assertThat(desk.journal.jobsProperty().get()).isEqualTo(2);
    }

    @Test
    void switchingTheAccountSwitchesTheJobs() {
        purge("https://www.example.com/a");
        chooseFirst();
        signInAs("other");
        assertThat(desk.history.list().rows()).isEmpty();
        assertThat(desk.history.list().countsProperty().get()).containsEntry(StateChip.ALL, 0);
        assertThat(desk.history.job().detailProperty().get()).isNull();

        purge("https://www.example.com/b");
        assertThat(desk.history.list().rows())
                .extracting(job -> job.job().account())
                .containsExactly("other");

        desk.history.list().filters().accountProperty().set(new AccountChoice.Every());
        assertThat(desk.history.list().rows())
                .extracting(job -> job.job().account())
                .containsExactly("other", "demo");
    }

    @Test
    void aRenamedAccountShowsAndOwnsItsJobsUnderTodaysName() {
        signInAs("id-1", "alpha");
        purge("https://www.example.com/a");
        rename("id-1", "beta");
        signInAs("id-1", "beta");

        assertThat(desk.history.list().rows())
                .extracting(job -> job.job().account())
                .containsExactly("beta");
        assertThat(desk.history.job().isMine(chooseFirst())).isTrue();
        desk.history.list().filters().textProperty().set("alpha");
        assertThat(desk.history.list().rows()).hasSize(1);
        desk.history.list().filters().textProperty().set("");

        signInAs("id-2", "alpha");
        assertThat(desk.history.list().rows()).isEmpty();
        desk.history.list().filters().accountProperty().set(new AccountChoice.Every());
        assertThat(desk.history.job().isMine(chooseFirst())).isFalse();
    }

    private void rename(String id, String name) {
        new AccountRepository(live.journal())
                .know(List.of(new AccountRepository.Known(id, name, null)));
    }

    @Test
    void aJobOfAnotherAccountThatIsRevealedIsListed() {
        purge("https://www.example.com/a");
        String id = chooseFirst().jobId();
        signInAs("other");
        desk.history.reveal(id);
        assertThat(desk.history.list().filters().accountProperty().get())
                .isEqualTo(new AccountChoice.Every());
        assertThat(desk.history.list().rows())
                .extracting(job -> job.job().id())
                .containsExactly(id);
    }

    @Test
    void theFilterLooksIntoTheTargets() {
        purge("https://www.example.com/apple");
        purge("https://www.example.com/pear");
        desk.history.list().filters().textProperty().set("apple");
        assertThat(desk.history.list().rows()).hasSize(1);
        assertThat(desk.history.list().countsProperty().get()).containsEntry(StateChip.ALL, 1);
    }

    @Test
    void aJobShowsItsFailuresFirstWithTheirReasons() {
        purge("https://www.example.com/a", "https://www.example.com:81/rejected");
        JobDetail detail = chooseFirst();
        List<TargetRow> rows = desk.history.job().rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).state()).isEqualTo(TargetState.REJECTED);
        assertThat(rows.get(0).reason()).isEqualTo("domain not valid");
        assertThat(rows.get(1).state()).isEqualTo(TargetState.SUCCEEDED);
        assertThat(detail.reasons())
                .singleElement()
                .satisfies(r -> assertThat(r.count()).isEqualTo(1));
        assertThat(detail.requests()).isNotEmpty();
        assertThat(detail.taskIds()).hasSize(1);
        desk.history.job().outcomeProperty().set(OutcomeChoice.SUCCEEDED);
        assertThat(desk.history.job().rows())
                .extracting(TargetRow::target)
                .containsExactly("https://www.example.com/a");
    }

    @Test
    void whatFailedInAWayThatMayPassIsSubmittedAgainAndTheNewJobChosen() {
        live.edgeOne().useFaults(FaultPlan.parse("row=failed@every=2"));
        purge("https://www.example.com/a", "https://www.example.com/b");
        JobDetail failed = chooseFirst();
        assertThat(failed.summary().state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(failed.retryable()).isEqualTo(1);
        live.edgeOne().useFaults(FaultPlan.none());
        List<Exception> troubles = new ArrayList<>();
        desk.history.work().retry(failed, Consent.NONE, troubles::add);
        assertThat(troubles).isEmpty();
        assertThat(desk.history.job().chosenProperty().get()).isNotEqualTo(failed.jobId());
        assertThat(desk.history.job().detailProperty().get().summary().state())
                .isEqualTo(JobState.SUCCEEDED);
        assertThat(desk.history.job().detailProperty().get().summary().job().retryOf())
                .isEqualTo(failed.jobId());
    }

    @Test
    void aJobIsReadBackAsAFormInTheOrderItWasGiven() {
        purge("https://www.example.com/a", "https://www.example.com:81/rejected");
        List<Place.Form> forms = new ArrayList<>();
        desk.history.work().form(chooseFirst(), forms::add, trouble -> {});
        assertThat(forms)
                .containsExactly(
                        new Place.Form(
                                "zone-2x5demo00001",
                                PurgeType.URL,
                                null,
                                List.of(
                                        "https://www.example.com/a",
                                        "https://www.example.com:81/rejected"),
                                List.of()));
    }

    private void purge(String... lines) {
        desk.purge.next(false);
        desk.purge.form().setLines(List.of(lines));
        desk.purge.submit(desk.purge.planning().reviewProperty().get(), Consent.NONE);
        assertThat(desk.runs.active()).isEmpty();
    }

    private void signInAs(String account) {
        signInAs("id of " + account, account);
    }

    private void signInAs(String id, String account) {
        Connection demo = live.connection();
        Connection other =
                new Connection(
                        account,
                        id,
                        demo.keyFingerprint(),
                        demo.endpoint(),
                        () -> SafetyLevel.NORMAL,
                        true,
                        demo.client());
        desk.session.open(() -> new SignedIn(other, "", "#0969da"), "");
    }

    private JobDetail chooseFirst() {
        desk.history.job().choose(desk.history.list().rows().getFirst().job().id());
        return desk.history.job().detailProperty().get();
    }
}
