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
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Tasks;
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
        assertThat(desk.history.loadingProperty().get()).isFalse();
        assertThat(desk.history.jobs()).isEmpty();
        assertThat(desk.history.countsProperty().get().get(StateChip.ALL)).isZero();
    }

    @Test
    void jobsAreListedNewestFirstAndChipsCountThem() {
        purge("https://www.example.com/a");
        purge("https://www.example.com/b", "https://www.example.com:81/rejected");
        assertThat(desk.history.jobs())
                .extracting(job -> job.state())
                .containsExactly(JobState.PARTLY_FAILED, JobState.SUCCEEDED);
        assertThat(desk.history.countsProperty().get())
                .containsEntry(StateChip.ALL, 2)
                .containsEntry(StateChip.FAILED, 1)
                .containsEntry(StateChip.SUCCEEDED, 1)
                .containsEntry(StateChip.UNKNOWN, 0);
        desk.history.chipProperty().set(StateChip.FAILED);
        assertThat(desk.history.jobs()).hasSize(1);
        assertThat(desk.journal.jobsProperty().get()).isEqualTo(2);
    }

    @Test
    void switchingTheAccountSwitchesTheJobs() {
        purge("https://www.example.com/a");
        chooseFirst();
        signInAs("other");
        assertThat(desk.history.jobs()).isEmpty();
        assertThat(desk.history.countsProperty().get()).containsEntry(StateChip.ALL, 0);
        assertThat(desk.history.detailProperty().get()).isNull();

        purge("https://www.example.com/b");
        assertThat(desk.history.jobs())
                .extracting(job -> job.job().account())
                .containsExactly("other");

        desk.history.everyAccountProperty().set(true);
        assertThat(desk.history.jobs())
                .extracting(job -> job.job().account())
                .containsExactly("other", "demo");
    }

    @Test
    void aRenamedAccountShowsAndOwnsItsJobsUnderTodaysName() {
        signInAs("id-1", "alpha");
        purge("https://www.example.com/a");
        rename("id-1", "beta");
        signInAs("id-1", "beta");

        assertThat(desk.history.jobs())
                .extracting(job -> job.job().account())
                .containsExactly("beta");
        assertThat(desk.history.isMine(chooseFirst())).isTrue();
        desk.history.filterProperty().set("alpha");
        assertThat(desk.history.jobs()).hasSize(1);
        desk.history.filterProperty().set("");

        signInAs("id-2", "alpha");
        assertThat(desk.history.jobs()).isEmpty();
        desk.history.everyAccountProperty().set(true);
        assertThat(desk.history.isMine(chooseFirst())).isFalse();
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
        assertThat(desk.history.everyAccountProperty().get()).isTrue();
        assertThat(desk.history.jobs()).extracting(job -> job.job().id()).containsExactly(id);
    }

    @Test
    void theFilterLooksIntoTheTargets() {
        purge("https://www.example.com/apple");
        purge("https://www.example.com/pear");
        desk.history.filterProperty().set("apple");
        assertThat(desk.history.jobs()).hasSize(1);
        assertThat(desk.history.countsProperty().get()).containsEntry(StateChip.ALL, 1);
    }

    @Test
    void aJobShowsItsFailuresFirstWithTheirReasons() {
        purge("https://www.example.com/a", "https://www.example.com:81/rejected");
        JobDetail detail = chooseFirst();
        PagedRows rows = desk.history.rows(detail);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).state()).isEqualTo(TargetState.REJECTED);
        assertThat(rows.get(0).reason()).isEqualTo("domain not valid");
        assertThat(rows.get(1).state()).isEqualTo(TargetState.SUCCEEDED);
        assertThat(detail.reasons())
                .singleElement()
                .satisfies(r -> assertThat(r.count()).isEqualTo(1));
        assertThat(detail.requests()).isNotEmpty();
        assertThat(detail.taskIds()).hasSize(1);
        desk.history.outcomeProperty().set(OutcomeChoice.SUCCEEDED);
        assertThat(desk.history.rows(detail))
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
        desk.history.retry(failed, Consent.NONE, troubles::add);
        assertThat(troubles).isEmpty();
        assertThat(desk.history.chosenProperty().get()).isNotEqualTo(failed.jobId());
        assertThat(desk.history.detailProperty().get().summary().state())
                .isEqualTo(JobState.SUCCEEDED);
        assertThat(desk.history.detailProperty().get().summary().job().retryOf())
                .isEqualTo(failed.jobId());
    }

    @Test
    void aJobIsReadBackAsAFormInTheOrderItWasGiven() {
        purge("https://www.example.com/a", "https://www.example.com:81/rejected");
        List<Place.Form> forms = new ArrayList<>();
        desk.history.form(chooseFirst(), forms::add, trouble -> {});
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

    @Test
    void rowsAreReadOnlyWhereTheyAreLookedAt() {
        List<Integer> asked = new ArrayList<>();
        PagedRows rows =
                new PagedRows(
                        new Tasks(Runnable::run, Runnable::run),
                        100_000,
                        (offset, limit) -> {
                            asked.add(offset);
                            List<TargetRow> page = new ArrayList<>();
                            for (int i = 0; i < limit; i++) {
                                page.add(
                                        new TargetRow(
                                                offset + i + 1,
                                                1,
                                                "t" + (offset + i),
                                                TargetState.PENDING,
                                                null,
                                                null,
                                                null,
                                                null));
                            }
                            return page;
                        });
        assertThat(rows.get(99_999).target()).isEqualTo("t99999");
        assertThat(rows.get(99_900).target()).isEqualTo("t99900");
        assertThat(rows.get(0).target()).isEqualTo("t0");
        assertThat(asked).containsExactly(99_800, 0);
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
        desk.history.choose(desk.history.jobs().getFirst().job().id());
        return desk.history.detailProperty().get();
    }
}
