package edgeone.purge.ui.purge;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.session.Link;
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
import java.util.concurrent.atomic.AtomicReference;

final class PurgeViewModelTest {
    private static final List<String> GOOD =
            List.of("https://www.example.com/a", "https://www.example.com/b");

    @TempDir Path home;
    private LiveConsole live;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void nothingCanBeDoneBeforeAnAccountIsOpen() {
        PurgeViewModel model = new Desk(live).purge;
        model.form().setLines(GOOD);
        assertThat(model.actionProperty().get())
                .isEqualTo(new Action.Blocked(Action.Reason.NOT_CONNECTED));
    }

    @Test
    void linesBecomeAPlanAndBadOnesAreLeftOut() {
        PurgeViewModel model = new Desk(live).signIn().purge;
        assertThat(refusals(model)).containsExactly(new Plan.Refusal.NoTargets());
        model.form().setLines(List.of("https://www.example.com/a", "nonsense", ""));
        Plan plan = ready(model);
        assertThat(plan.targets()).isEqualTo(1);
        assertThat(plan.list().refused()).isEqualTo(1);
        model.form().setLines(List.of("nonsense"));
        assertThat(refusals(model)).isNotEmpty();
    }

    @Test
    void aWholeZonePurgeIgnoresTheEditorAndLosesNothingOfIt() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().setLines(GOOD);
        desk.session.typeProperty().set(PurgeType.ALL);
        assertThat(ready(desk.purge).targets()).isEqualTo(1);
        assertThat(desk.purge.form().linesProperty().get()).isEqualTo(GOOD);
        desk.session.typeProperty().set(PurgeType.URL);
        assertThat(ready(desk.purge).targets()).isEqualTo(2);
    }

    @Test
    void theMethodIsLeftToEdgeOneWhereItDecides() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().methodProperty().set(PurgeMethod.DELETE);
        desk.purge.form().setLines(GOOD);
        assertThat(ready(desk.purge).method()).isNull();
        desk.session.typeProperty().set(PurgeType.ALL);
        assertThat(ready(desk.purge).method()).isEqualTo(PurgeMethod.DELETE);
    }

    @Test
    void anAccountMadeReadOnlyMeanwhileIsNotAskedAboutButSaid() {
        AtomicReference<SafetyLevel> level = new AtomicReference<>(SafetyLevel.NORMAL);
        Connection signedIn = live.connection();
        Connection changing =
                new Connection(
                        signedIn.account(),
                        signedIn.accountId(),
                        signedIn.keyFingerprint(),
                        signedIn.endpoint(),
                        level::get,
                        signedIn.demo(),
                        signedIn.client());
        Desk desk = new Desk(live);
        desk.session.open(() -> new SignedIn(changing, "", "#8250df"), "");
        desk.purge.form().setLines(GOOD);
        Plan plan = ready(desk.purge);
        level.set(SafetyLevel.READ_ONLY);
        List<ConsentNeeded> asked = new ArrayList<>();
        desk.purge.permission().ask(plan.type(), needed -> asked.add(needed.consent()));
        assertThat(asked).isEmpty();
        assertThat(desk.purge.actionProperty().get())
                .isEqualTo(new Action.Blocked(Action.Reason.READ_ONLY));
        level.set(SafetyLevel.NORMAL);
        desk.session.refreshFacts();
        assertThat(ready(desk.purge).targets()).isEqualTo(2);
    }

    @Test
    void aSubmitIsFollowedToItsEndAndHoldsTheFormUntilTheNext() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().setLines(GOOD);
        desk.purge.submit(review(desk.purge), Consent.NONE);
        assertThat(desk.purge.actionProperty().get()).isInstanceOf(Action.Sent.class);
        RunState state = desk.purge.submission().runProperty().get().state();
        assertThat(state.phase()).isEqualTo(RunState.Phase.ENDED);
        assertThat(state.result().summary().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(desk.purge.form().linesProperty().get()).isEqualTo(GOOD);
        assertThat(desk.session.quota().available()).isEqualTo(9_998);
        desk.purge.submit(review(desk.purge), Consent.NONE);
        assertThat(live.edgeOne().accepted()).hasSize(1);
        desk.purge.next(true);
        assertThat(ready(desk.purge).targets()).isEqualTo(2);
        desk.purge.next(false);
        assertThat(desk.purge.form().linesProperty().get()).isEmpty();
        assertThat(desk.runs.active()).isEmpty();
    }

    @Test
    void aRefusedSubmitSendsNothingAndGivesTheFormBack() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().setLines(List.of("www.example.com"));
        desk.session.typeProperty().set(PurgeType.HOST);
        desk.purge.submit(review(desk.purge), new Consent(true, "example.org"));
        assertThat(desk.purge.submission().runProperty().get().state().trouble())
                .isInstanceOf(RefusedSubmitException.class);
        assertThat(ready(desk.purge).targets()).isEqualTo(1);
        assertThat(live.edgeOne().accepted()).isEmpty();
        assertThat(live.history().size()).isZero();
    }

    @Test
    void aPlanThatIsNoLongerTheCurrentOneIsNotSubmitted() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().setLines(GOOD);
        Review shown = review(desk.purge);
        desk.purge.form().setLines(List.of("https://www.example.com/c"));
        assertThat(desk.purge.submit(shown, Consent.NONE)).isFalse();
        assertThat(live.edgeOne().calls())
                .extracting(ApiCall::action)
                .doesNotContain("CreatePurgeTask");
        desk.purge.form().editing();
        desk.purge.submit(review(desk.purge), Consent.NONE);
        assertThat(live.history().size()).isZero();
    }

    @Test
    void aPlanOfWhichOnlyTheQuotaWasReadAgainIsSubmitted() {
        Desk desk = new Desk(live).signIn();
        desk.purge.form().setLines(GOOD);
        Plan now = review(desk.purge).plan();
        Plan before =
                new Plan(
                        now.zone(),
                        now.type(),
                        now.method(),
                        now.tagDomains(),
                        now.list(),
                        now.batches(),
                        now.duration(),
                        now.quotaLeft() + 1,
                        now.warnings(),
                        now.refusals());
        assertThat(desk.purge.submit(Review.of(before), Consent.NONE)).isTrue();
        assertThat(live.history().size()).isOne();
    }

    @Test
    void aReadOnlyAccountPurgesNothing() throws IOException {
        try (LiveConsole careful =
                new LiveConsole(
                        home.resolve("careful"),
                        EmulatorOptions.defaults(),
                        SafetyLevel.READ_ONLY)) {
            PurgeViewModel model = new Desk(careful).signIn().purge;
            model.form().setLines(GOOD);
            assertThat(model.actionProperty().get())
                    .isEqualTo(new Action.Blocked(Action.Reason.READ_ONLY));
        }
    }

    @Test
    void anEndpointThatIsDownBlocksAndKeepsTheLines() {
        live.edgeOne().close();
        Desk desk = new Desk(live);
        desk.purge.form().setLines(GOOD);
        desk.signIn();
        assertThat(desk.session.linkProperty().get()).isInstanceOf(Link.Unreachable.class);
        assertThat(desk.purge.actionProperty().get()).isInstanceOf(Action.Blocked.class);
        assertThat(desk.purge.form().linesProperty().get()).isEqualTo(GOOD);
    }

    @Test
    void aSupersededPlanIsDropped() {
        Deque<Runnable> work = new ArrayDeque<>();
        Desk desk = new Desk(live, new Tasks(work::add, Runnable::run));
        desk.signIn();
        finish(work);
        desk.purge.form().setLines(GOOD);
        desk.purge.form().setLines(List.of("https://www.example.com/only"));
        assertThat(desk.purge.actionProperty().get())
                .isEqualTo(new Action.Blocked(Action.Reason.PLANNING));
        while (!work.isEmpty()) {
            work.removeLast().run();
        }
        assertThat(ready(desk.purge).targets()).isEqualTo(1);
    }

    @Test
    void aJobCanBeFilledInAgain() {
        Desk desk = new Desk(live).signIn();
        desk.purge.fill(
                new Place.Form(
                        "zone-2x5demo00003",
                        PurgeType.CACHE_TAG,
                        null,
                        List.of("news"),
                        List.of("www.example.org")));
        Plan plan = ready(desk.purge);
        assertThat(plan.zone().zoneId()).isEqualTo("zone-2x5demo00003");
        assertThat(plan.type()).isEqualTo(PurgeType.CACHE_TAG);
        assertThat(plan.tagDomains()).containsExactly("www.example.org");
        assertThat(plan.batches()).containsExactly(List.of("news"));
    }

    private static Review review(PurgeViewModel model) {
        return model.planning().reviewProperty().get();
    }

    @Test
    void nothingIsSentWhileAPastedTextIsStillRead() {
        Deque<Runnable> work = new ArrayDeque<>();
        Desk desk = new Desk(live, new Tasks(work::add, Runnable::run));
        desk.signIn();
        desk.purge.form().setLines(GOOD);
        finish(work);
        Review before = ((Action.Ready) desk.purge.actionProperty().get()).review();
        desk.purge
                .reading()
                .readText(
                        "https://www.example.com/pasted",
                        _ -> desk.purge.form().setLines(List.of("https://www.example.com/pasted")),
                        trouble -> {
                            throw new AssertionError(trouble);
                        });
        assertThat(desk.purge.actionProperty().get())
                .isEqualTo(new Action.Blocked(Action.Reason.READING_TEXT));
        assertThat(desk.purge.submit(before, Consent.NONE)).isFalse();
        finish(work);
        assertThat(ready(desk.purge).targets()).isEqualTo(1);
    }

    private static void finish(Deque<Runnable> work) {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private static Plan ready(PurgeViewModel model) {
        assertThat(model.actionProperty().get()).isInstanceOf(Action.Ready.class);
        return ((Action.Ready) model.actionProperty().get()).review().plan();
    }

    private static List<Plan.Refusal> refusals(PurgeViewModel model) {
        assertThat(model.actionProperty().get()).isInstanceOf(Action.Refused.class);
        return ((Action.Refused) model.actionProperty().get()).review().plan().refusals();
    }
}
