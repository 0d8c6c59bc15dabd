package edgeone.purge.ui.zones;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.Action;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.zones.ZoneBook.Recalled;
import edgeone.purge.zones.KnownZones;
import edgeone.purge.zones.KnownZones.Timed;
import edgeone.purge.zones.KnownZonesFile;
import edgeone.purge.zones.ZoneMemory;
import edgeone.purge.zones.ZoneOwner;
import edgeone.purge.zones.ZonePicks;
import edgeone.purge.zones.ZonePicksFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What was known last time is shown and planned with, and nothing is sent with it. */
final class LastKnownZonesTest {
    private static final Instant YESTERDAY = Instant.parse("2026-11-19T08:00:00Z");
    private static final String ZONE = "zone-2x5demo00001";
    private static final List<String> LINES =
            List.of("https://www.example.com/a", "https://gone.example.com/b");

    @TempDir Path home;
    private LiveConsole live;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live, new Tasks(work::add, Runnable::run), memory());
    }

    @AfterEach
    void close() {
        live.close();
    }

    private ZoneMemory memory() {
        return new ZoneMemory(new KnownZonesFile(home), new ZonePicksFile(home, LiveConsole.CLOCK));
    }

    private ZoneOwner owner() {
        var connection = live.connection();
        return new ZoneOwner(
                connection.accountId(), connection.endpoint(), connection.keyFingerprint());
    }

    /** A host that is gone by now, and a quota that was larger. */
    private KnownZones known() {
        return new KnownZones(
                owner(),
                YESTERDAY,
                List.of(
                        new Zone(
                                ZONE,
                                "example.com",
                                "",
                                "global",
                                "active",
                                false,
                                "plan-standard"),
                        new Zone("zone-gone", "gone.com", "", "", "", false)),
                Map.of(
                        ZONE,
                        new Timed<>(
                                YESTERDAY,
                                List.of(
                                        new AccelerationDomain("www.example.com", "online"),
                                        new AccelerationDomain("gone.example.com", "online")))),
                Map.of(
                        ZONE,
                        new Timed<>(YESTERDAY, List.of(new Quota("purge_url", 1, 99_999, 77_777)))),
                ZONE);
    }

    private void recall() {
        desk.session.recall(new Recalled(known(), ZonePicks.NONE), "");
        desk.purge.form().setLines(LINES);
        runAll();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private Plan plan() {
        Review review = desk.purge.planning().reviewProperty().get();
        assertThat(review).as("a plan").isNotNull();
        return review.plan();
    }

    private Action action() {
        return desk.purge.actionProperty().get();
    }

    @Test
    void theFormIsPlannedBeforeAnyoneSignedIn() {
        recall();
        assertThat(desk.session.zones()).hasSize(2);
        assertThat(desk.session.zoneProperty().get().zoneId()).isEqualTo(ZONE);
        assertThat(plan().targets()).isEqualTo(2);
        assertThat(plan().batches()).as("by the quota of last time").hasSize(2);
        assertThat(plan().quotaLeft()).isEqualTo(77_777);
        assertThat(desk.session.factsFreshProperty().get()).isFalse();
        assertThat(desk.session.factsProperty().get().readAt()).isEqualTo(YESTERDAY);
        assertThat(action()).isEqualTo(new Action.Blocked(Action.Reason.NOT_CONNECTED));
    }

    @Test
    void sendingWaitsForTheFreshReadingAndPlansAnewWithIt() {
        recall();
        desk.signIn();
        boolean shownWhileReading = false;
        while (!work.isEmpty()) {
            work.removeFirst().run();
            if (!desk.session.factsFreshProperty().get()) {
                assertThat(action()).as("nothing can be sent").isInstanceOf(Action.Blocked.class);
                shownWhileReading |=
                        action().equals(new Action.Blocked(Action.Reason.READING_ZONE))
                                && plan().quotaLeft() == 77_777;
            }
            if (action() instanceof Action.Ready(Review ready)) {
                assertThat(ready.plan().quotaLeft()).as("what is sent").isEqualTo(10_000);
            }
        }
        assertThat(shownWhileReading).isTrue();
        assertThat(action()).isInstanceOf(Action.Ready.class);
        assertThat(plan().targets()).as("without the host that is gone").isEqualTo(1);
        assertThat(plan().batches()).hasSize(1);
        assertThat(desk.session.zones()).extracting(Zone::zoneId).doesNotContain("zone-gone");
    }

    @Test
    void whatIsReadIsKnownTheNextTime() {
        desk.signIn();
        runAll();
        desk.session.zoneProperty().set(desk.session.zones().get(2));
        runAll();
        KnownZones kept = desk.session.book().knownProperty().get();
        assertThat(kept.owner()).isEqualTo(owner());
        assertThat(kept.zones()).hasSize(6);
        assertThat(kept.chosen()).isEqualTo("zone-2x5demo00003");
        assertThat(kept.hosts()).as("of all zones, so that any host is found").hasSize(6);
        assertThat(kept.quotas()).containsOnlyKeys(ZONE, "zone-2x5demo00003");

        // It is written in the background.
        KnownZonesFile file = new KnownZonesFile(home);
        while (!file.read(owner()).equals(java.util.Optional.of(kept))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasKnownOfAnotherAccountIsGoneOnceSignedIn() {
        KnownZones others = known();
        desk.session.recall(
                new Recalled(
                        new KnownZones(
                                new ZoneOwner("other", "demo", "0"),
                                others.readAt(),
                                others.zones(),
                                others.hosts(),
                                others.quotas(),
                                ZONE),
                        ZonePicks.NONE.toggled(ZONE)),
                "");
        desk.purge.form().setLines(LINES);
        runAll();
        desk.signIn();
        work.removeFirst().run();
        assertThat(desk.session.zones()).isEmpty();
        assertThat(desk.session.factsProperty().get()).isNull();
        assertThat(desk.session.book().picksProperty().get()).isEqualTo(ZonePicks.NONE);
        assertThat(desk.purge.planning().reviewProperty().get()).isNull();
        runAll();
        assertThat(action()).isInstanceOf(Action.Ready.class);
    }

    @Test
    void anAccountTurnedToIsRecalledToo() {
        new KnownZonesFile(home).write(known());
        desk.signIn();
        work.removeFirst().run();
        // The zones are asked for first; the file answers sooner.
        work.removeFirst().run();
        assertThat(desk.session.zones()).hasSize(2);
        assertThat(desk.session.factsFreshProperty().get()).isFalse();
        runAll();
        assertThat(desk.session.zones()).hasSize(6);
    }

    @Test
    void whereEdgeOneIsNotReachedThePlanStaysAndNothingIsSent() {
        recall();
        desk.session.open(
                () -> {
                    throw new IOException("no way");
                },
                "");
        runAll();
        assertThat(plan().quotaLeft()).isEqualTo(77_777);
        assertThat(action()).isInstanceOf(Action.Blocked.class);
    }

    @Test
    void signingInAnewTrustsNothingOfBefore() {
        recall();
        desk.signIn();
        runAll();
        assertThat(desk.session.factsFreshProperty().get()).isTrue();
        desk.session.reopen();
        work.removeFirst().run();
        assertThat(desk.session.factsFreshProperty().get()).isFalse();
        assertThat(action()).isEqualTo(new Action.Blocked(Action.Reason.READING_ZONE));
        runAll();
        assertThat(action()).isInstanceOf(Action.Ready.class);
    }
}
