package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Sitemap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** The use cases against the embedded EdgeOne: the real client, the real journal, real HTTP. */
final class PurgeEngineTest {
    @TempDir private Path home;

    private static List<String> urls(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "https://www.example.com/page/" + i)
                .toList();
    }

    private static EmulatorOptions batchesOf(int size) {
        return EmulatorOptions.defaults()
                .withZones(
                        List.of(
                                ZoneSetup.of("zone-test00000001", "example.com", "www.example.com")
                                        .withQuota("purge_url", size, 100_000)));
    }

    @Test
    void purgesEveryPageOfARealSite() throws Exception {
        List<String> pages = Sitemap.pages();
        assertThat(pages).hasSize(3_914);
        try (EngineFixture fixture = EngineFixture.start(home)) {
            RunResult result = fixture.purge("apache.org", pages);

            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(result.summary().targets().succeeded()).isEqualTo(3_914);
            assertThat(fixture.accepted().getFirst().targets()).containsExactlyElementsOf(pages);
        }
    }

    @Test
    void namesExactlyTheTargetsEdgeOneRejected() throws Exception {
        List<String> pages = Sitemap.pages();
        List<String> everyHundredth =
                IntStream.range(0, pages.size())
                        .filter(i -> (i + 1) % 100 == 0)
                        .mapToObj(pages::get)
                        .toList();
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults("CreatePurgeTask:reject=domain not valid@every=100");

            RunResult result = fixture.purge("apache.org", pages);

            List<TargetRow> rejected =
                    fixture.targets(result).stream()
                            .filter(t -> t.state() == TargetState.REJECTED)
                            .toList();
            assertThat(rejected)
                    .extracting(TargetRow::target)
                    .containsExactlyInAnyOrderElementsOf(everyHundredth);
            assertThat(rejected).extracting(TargetRow::reason).containsOnly("domain not valid");
            assertThat(result.summary().state()).isEqualTo(JobState.PARTLY_FAILED);
            assertThat(result.summary().targets().succeeded()).isEqualTo(3_914 - 39);
        }
    }

    @Test
    void findsTheJobAfterALostReply() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.faults(
                    "CreatePurgeTask:reject=domain not"
                            + " valid@every=7;CreatePurgeTask:lose-reply@every=2");

            RunResult result = fixture.purge("example.com", urls(60));

            assertThat(fixture.accepted()).hasSize(6);
            assertThat(result.batches()).extracting(Batch::state).containsOnly(BatchState.ACCEPTED);
            assertThat(result.batches())
                    .extracting(Batch::taskId)
                    .containsExactlyInAnyOrderElementsOf(
                            fixture.accepted().stream().map(AcceptedJob::jobId).toList());
            assertThat(result.batches()).extracting(Batch::attempts).containsOnly(1);
            assertThat(result.summary().targets().rejected()).isEqualTo(8);
            assertThat(result.summary().targets().succeeded()).isEqualTo(52);
        }
    }

    @Test
    void resendsWhatIsProvenAbsent() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.faults("CreatePurgeTask:drop@nth=2");

            RunResult result = fixture.purge("example.com", urls(30));

            assertThat(fixture.accepted()).hasSize(3);
            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(result.batches()).extracting(Batch::attempts).containsOnlyOnce(2);
        }
    }

    @Test
    void neverSubmitsTwiceAfterAnInternalErrorThatAccepted() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            fixture.faults("CreatePurgeTask:error-after=InternalError.BackendError");

            RunResult result = fixture.purge("example.com", urls(20));

            assertThat(fixture.accepted()).hasSize(2);
            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void keepsABatchUnknownThatCannotBeLookedUp() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults("CreatePurgeTask:lose-reply;DescribePurgeTasks:error=OperationDenied");
            Zone zone = fixture.zone("example.com");

            RunResult result =
                    fixture.submit(fixture.plan(zone, PurgeType.URL, null, urls(3).getFirst()));

            assertThat(result.summary().state()).isEqualTo(JobState.UNKNOWN);
            assertThat(fixture.accepted()).hasSize(1);

            fixture.faults("");
            ResumeReport report =
                    fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());

            assertThat(report.resolved()).containsExactly(result.summary().job().id());
            assertThat(report.left()).isEmpty();
            assertThat(fixture.accepted()).hasSize(1);
        }
    }

    @Test
    void looksUpAWholeZonePurgeToo() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults("CreatePurgeTask:lose-reply");
            Zone zone = fixture.zone("example.com");

            RunResult result =
                    fixture.follow(
                            fixture.submit(
                                    fixture.plan(zone, PurgeType.ALL, PurgeMethod.DELETE, null)));

            assertThat(fixture.accepted()).hasSize(1);
            assertThat(result.summary().state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void aSecondProcessFinishesWhatADeadOneLeft() throws Exception {
        EngineFixture first = EngineFixture.start(home, batchesOf(10));
        Zone zone = first.zone("example.com");
        Plan plan = first.plan(zone, PurgeType.URL, null, String.join("\n", urls(100)));
        RunControl control = new RunControl();
        RunResult cut =
                first.engine.submit(
                        first.connection,
                        plan,
                        Consent.NONE,
                        event -> {
                            if (event instanceof Progress.Event.BatchMoved moved
                                    && moved.state() == BatchState.ACCEPTED) {
                                control.keep();
                            }
                        },
                        control);
        assertThat(cut.summary().state()).isEqualTo(JobState.RUNNING);
        assertThat(first.accepted().size()).isBetween(1, 9);
        first.die();
        try (EngineFixture second =
                new EngineFixture(home, first.edgeOne, Duration.ofMillis(400))) {
            ResumeReport report =
                    second.engine.resume(second.connection, Progress.SILENT, new RunControl());

            assertThat(report.resumed()).containsExactly(cut.summary().job().id());
            assertThat(report.left()).isEmpty();
            assertThat(second.accepted()).hasSize(10);
            assertThat(second.follow(cut).summary().state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void leavesTheJobsOfALivingProcessAlone() throws Exception {
        try (EngineFixture first = EngineFixture.start(home, batchesOf(10))) {
            Zone zone = first.zone("example.com");
            Plan plan = first.plan(zone, PurgeType.URL, null, String.join("\n", urls(40)));
            try (EngineFixture second =
                    new EngineFixture(home, first.edgeOne, Duration.ofMillis(400))) {
                List<ResumeReport> seen = new CopyOnWriteArrayList<>();
                RunResult result =
                        first.engine.submit(
                                first.connection,
                                plan,
                                Consent.NONE,
                                event -> {
                                    if (event instanceof Progress.Event.BatchMoved moved
                                            && moved.state() == BatchState.ACCEPTED
                                            && seen.isEmpty()) {
                                        seen.add(resume(second));
                                    }
                                },
                                new RunControl());

                assertThat(seen.getFirst().left())
                        .containsExactly(
                                new ResumeReport.Left(
                                        result.summary().job().id(),
                                        ResumeReport.LeftReason.OWNED));
                assertThat(first.accepted()).hasSize(4);
            } finally {
                assertThat(first.history.size()).isOne();
            }
        }
    }

    private static ResumeReport resume(EngineFixture fixture) {
        try {
            return fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void continuesAJobOnlyWithTheAccountThatSubmittedIt() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            Zone zone = fixture.zone("example.com");
            RunControl stopped = new RunControl();
            stopped.keep();
            RunResult cut =
                    fixture.engine.submit(
                            fixture.connection,
                            fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst()),
                            Consent.NONE,
                            Progress.SILENT,
                            stopped);
            Connection other = fixture.connect(home, "other", SafetyLevel.NORMAL);

            ResumeReport report = fixture.engine.resume(other, Progress.SILENT, new RunControl());

            assertThat(report.left())
                    .containsExactly(
                            new ResumeReport.Left(
                                    cut.summary().job().id(),
                                    ResumeReport.LeftReason.OTHER_ACCOUNT));
            assertThat(fixture.accepted()).isEmpty();
        }
    }

    @Test
    void cancelPreventsUnsentBatchesFromEverBeingSent() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            Zone zone = fixture.zone("example.com");
            RunControl control = new RunControl();
            RunResult result =
                    fixture.engine.submit(
                            fixture.connection,
                            fixture.plan(zone, PurgeType.URL, null, String.join("\n", urls(100))),
                            Consent.NONE,
                            event -> {
                                if (event instanceof Progress.Event.BatchMoved moved
                                        && moved.state() == BatchState.ACCEPTED) {
                                    control.cancel();
                                }
                            },
                            control);
            int sent = fixture.accepted().size();
            ResumeReport report =
                    fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());

            assertThat(sent).isBetween(1, 9);
            assertThat(result.summary().targets().canceled()).isEqualTo(100 - 10 * sent);
            assertThat(report.resumed()).isEmpty();
            assertThat(fixture.accepted()).hasSize(sent);
            assertThat(fixture.follow(result).summary().state()).isEqualTo(JobState.CANCELED);
        }
    }

    @Test
    void cancelHoldsBackBatchesWaitingForASlot() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            Zone zone = fixture.zone("example.com");
            Connection slow = fixture.connect(home, "slow", SafetyLevel.NORMAL, 1);
            RunControl control = new RunControl();
            RunResult result =
                    fixture.engine.submit(
                            slow,
                            fixture.plan(zone, PurgeType.URL, null, String.join("\n", urls(60))),
                            Consent.NONE,
                            event -> {
                                if (event instanceof Progress.Event.BatchMoved moved
                                        && moved.state() == BatchState.ACCEPTED) {
                                    control.cancel();
                                }
                            },
                            control);

            assertThat(fixture.accepted()).hasSize(1);
            assertThat(result.batches())
                    .filteredOn(b -> b.state() != BatchState.ACCEPTED)
                    .allSatisfy(
                            b -> {
                                assertThat(b.state()).isEqualTo(BatchState.CANCELED);
                                assertThat(b.attempts()).isZero();
                                assertThat(b.errorCode()).isNull();
                            });
        }
    }

    /**
     * Then not even batches waiting for a slot leave; nothing is canceled, and the result says why.
     */
    @Test
    void anAccountMadeReadOnlyMeanwhileSendsNothingMore() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, batchesOf(10))) {
            Zone zone = fixture.zone("example.com");
            AtomicReference<SafetyLevel> level = new AtomicReference<>(SafetyLevel.NORMAL);
            Connection slow = fixture.connect(home, "test", SafetyLevel.NORMAL, 1);
            Connection live =
                    new Connection(
                            slow.account(),
                            slow.accountId(),
                            slow.keyFingerprint(),
                            slow.endpoint(),
                            level::get,
                            false,
                            slow.client());
            RunResult result =
                    fixture.engine.submit(
                            live,
                            fixture.plan(zone, PurgeType.URL, null, String.join("\n", urls(60))),
                            Consent.NONE,
                            event -> {
                                if (event instanceof Progress.Event.BatchMoved moved
                                        && moved.state() == BatchState.ACCEPTED) {
                                    level.set(SafetyLevel.READ_ONLY);
                                }
                            },
                            new RunControl());

            assertThat(fixture.accepted()).hasSize(1);
            assertThat(result.barred()).isTrue();
            assertThat(result.summary().targets().pending()).isEqualTo(50);
            assertThat(result.batches())
                    .filteredOn(b -> b.state() != BatchState.ACCEPTED)
                    .hasSize(5)
                    .allSatisfy(
                            b -> {
                                assertThat(b.state()).isEqualTo(BatchState.PLANNED);
                                assertThat(b.attempts()).isZero();
                            });
            assertThat(fixture.engine.resume(live, Progress.SILENT, new RunControl()).resumed())
                    .isEmpty();

            ResumeReport report =
                    fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());
            assertThat(report.left()).isEmpty();
            assertThat(fixture.accepted()).hasSize(6);
        }
    }

    @Test
    void reportsTheClockOffset() throws Exception {
        EmulatorOptions ahead =
                EmulatorOptions.defaults().withClock(() -> Instant.now().plus(Duration.ofHours(3)));
        try (EngineFixture fixture = EngineFixture.start(home, ahead)) {
            Zone zone = fixture.zone("example.com");
            List<Duration> told = new CopyOnWriteArrayList<>();
            RunResult result =
                    fixture.engine.submit(
                            fixture.connection,
                            fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst()),
                            Consent.NONE,
                            event -> {
                                if (event instanceof Progress.Event.ClockCorrected off) {
                                    told.add(off.offset());
                                }
                            },
                            new RunControl());

            assertThat(result.batches().getFirst().state()).isEqualTo(BatchState.ACCEPTED);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst()).isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
        }
    }

    @Test
    void triesAThrottledBatchAtMostThreeTimesAndReportsIt() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults("CreatePurgeTask:error=RequestLimitExceeded");
            Zone zone = fixture.zone("example.com");

            RunResult result =
                    fixture.submit(fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst()));

            assertThat(fixture.calls("CreatePurgeTask")).isEqualTo(3);
            assertThat(result.summary().state()).isEqualTo(JobState.FAILED);
            assertThat(result.batches().getFirst().errorCode()).isEqualTo("RequestLimitExceeded");
            assertThat(fixture.history.retryable(result.summary().job().id())).isOne();

            fixture.faults("");
            RunResult again =
                    fixture.engine.retry(
                            fixture.connection,
                            result.summary().job().id(),
                            Consent.NONE,
                            Progress.SILENT,
                            new RunControl());

            assertThat(again.summary().job().retryOf()).isEqualTo(result.summary().job().id());
            assertThat(fixture.follow(again).summary().state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @Test
    void retriesExactlyTheTargetsThatMaySucceedNow() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults(
                    "CreatePurgeTask:reject=domain not"
                            + " valid@nth=1;row=failed:originPullFailed@nth=2");
            RunResult result = fixture.purge("example.com", urls(6));
            List<String> failed =
                    fixture.targets(result).stream()
                            .filter(t -> t.state() == TargetState.FAILED)
                            .map(TargetRow::target)
                            .toList();
            assertThat(failed).hasSize(1);
            fixture.faults("");

            fixture.engine.retry(
                    fixture.connection,
                    result.summary().job().id(),
                    Consent.NONE,
                    Progress.SILENT,
                    new RunControl());

            assertThat(fixture.accepted().getLast().targets()).containsExactlyElementsOf(failed);
        }
    }

    @Test
    void retryingTwicePurgesNothingTwice() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            fixture.faults("row=failed:originPullFailed@nth=2");
            RunResult result = fixture.purge("example.com", urls(3));
            String job = result.summary().job().id();
            fixture.faults("");
            fixture.engine.retry(
                    fixture.connection, job, Consent.NONE, Progress.SILENT, new RunControl());

            assertThat(fixture.history.retryable(job)).isZero();
            assertThatThrownBy(
                            () ->
                                    fixture.engine.retry(
                                            fixture.connection,
                                            job,
                                            Consent.NONE,
                                            Progress.SILENT,
                                            new RunControl()))
                    .isInstanceOfSatisfying(
                            RefusedSubmitException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.NOTHING_TO_RETRY));
            assertThat(fixture.accepted()).hasSize(2);
        }
    }

    @Test
    void followingEndsInTimeWhileEdgeOneKeepsSilent() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            Zone zone = fixture.zone("example.com");
            RunResult result =
                    fixture.submit(fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst()));
            fixture.faults("DescribePurgeTasks:hang");

            RunResult followed =
                    fixture.engine.follow(
                            fixture.connection,
                            result.summary().job().id(),
                            Duration.ofMillis(300),
                            Progress.SILENT,
                            new RunControl());

            assertThat(followed.timedOut()).isTrue();
            assertThat(followed.summary().targets().accepted()).isOne();
        }
    }

    @Test
    void refusesUnconfirmedPurges() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            Zone zone = fixture.zone("example.com");
            Plan wide = fixture.plan(zone, PurgeType.ALL, null, null);
            Plan narrow = fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst());

            assertRefused(fixture, SafetyLevel.NORMAL, wide, Consent.NONE, Kind.NOT_CONFIRMED);
            assertRefused(
                    fixture,
                    SafetyLevel.CONFIRM_WIDE,
                    wide,
                    new Consent(true, null),
                    Kind.ZONE_NOT_TYPED);
            assertRefused(
                    fixture,
                    SafetyLevel.CONFIRM_WIDE,
                    wide,
                    new Consent(true, "example.org"),
                    Kind.ZONE_MISTYPED);
            assertRefused(
                    fixture,
                    SafetyLevel.CONFIRM_ALL,
                    narrow,
                    new Consent(true, null),
                    Kind.ZONE_NOT_TYPED);
            assertRefused(
                    fixture,
                    SafetyLevel.READ_ONLY,
                    narrow,
                    new Consent(true, "example.com"),
                    Kind.READ_ONLY);
            assertThat(fixture.calls("CreatePurgeTask")).isZero();
            assertThat(fixture.history.size()).isZero();
        }
    }

    private void assertRefused(
            EngineFixture fixture, SafetyLevel level, Plan plan, Consent consent, Kind kind) {
        Connection connection = fixture.connect(home, "guarded", level);
        assertThatThrownBy(
                        () ->
                                fixture.engine.submit(
                                        connection,
                                        plan,
                                        consent,
                                        Progress.SILENT,
                                        new RunControl()))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void keepsABatchPlannedIfEdgeOneIsUnreachable() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            Zone zone = fixture.zone("example.com");
            Plan plan = fixture.plan(zone, PurgeType.URL, null, urls(1).getFirst());
            fixture.edgeOne.close();
            Connection fresh = fixture.connect(home, "test", SafetyLevel.NORMAL);

            RunResult result =
                    fixture.engine.submit(
                            fresh, plan, Consent.NONE, Progress.SILENT, new RunControl());

            assertThat(result.batches().getFirst().state()).isEqualTo(BatchState.PLANNED);
            assertThat(result.batches().getFirst().attempts()).isZero();
            assertThat(result.summary().state()).isEqualTo(JobState.RUNNING);
        }
    }

    @Test
    void severalJobsAreRecordedBeforeAnyIsSentAndNoneWhereOneIsRefused() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home)) {
            Zone zone = fixture.zone("example.com");
            Plan pages = fixture.plan(zone, PurgeType.URL, null, String.join("\n", urls(2)));
            Plan host = fixture.plan(zone, PurgeType.HOST, null, "www.example.com");
            assertThatThrownBy(
                            () ->
                                    fixture.engine.record(
                                            fixture.connection,
                                            List.of(
                                                    new ConfirmedPlan(pages, Consent.NONE),
                                                    new ConfirmedPlan(host, Consent.NONE))))
                    .isInstanceOfSatisfying(
                            RefusedSubmitException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.NOT_CONFIRMED));
            assertThat(fixture.history.size()).isZero();

            List<RecordedJob> jobs =
                    fixture.engine.record(
                            fixture.connection,
                            List.of(
                                    new ConfirmedPlan(pages, Consent.NONE),
                                    new ConfirmedPlan(host, new Consent(true, null))));
            assertThat(fixture.history.size()).isEqualTo(2);
            assertThat(fixture.edgeOne.accepted()).isEmpty();

            RunControl stopped = new RunControl();
            stopped.keep();
            List<RunResult> kept =
                    fixture.engine.sendAll(fixture.connection, jobs, Progress.SILENT, stopped);
            assertThat(kept)
                    .flatExtracting(RunResult::batches)
                    .extracting(Batch::state)
                    .containsOnly(BatchState.PLANNED);
            ResumeReport report =
                    fixture.engine.resume(fixture.connection, Progress.SILENT, new RunControl());
            assertThat(report.resumed())
                    .containsExactlyInAnyOrderElementsOf(
                            jobs.stream().map(j -> j.job().id()).toList());
            assertThat(fixture.edgeOne.accepted()).hasSize(2);
        }
    }
}
