package edgeone.purge.cli.purge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Planner;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a person at a terminal is asked, and what the countdown shows, with time that is set. */
final class TerminalGuardTest {
    private static final Zone ZONE =
            new Zone("zone-1", "example.com", "", "global", "active", false);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Output output =
            new Output(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Messages.in(Language.ENGLISH),
                    false);

    /** Types one line and lets time pass when it is paused. */
    private static final class Person implements Terminal {
        private final @Nullable String types;
        private final int stopsAt;
        private final List<String> shown = new ArrayList<>();
        private int asked;
        private long nanos;

        Person(@Nullable String types, int stopsAt) {
            this.types = types;
            this.stopsAt = stopsAt;
        }

        @Override
        public @Nullable String line(String prompt) {
            asked++;
            assertThat(prompt).contains("example.com");
            return types;
        }

        @Override
        public void overwrite(String text) {
            shown.add(text);
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            nanos += time.toNanos();
            if (stopsAt == shown.size()) {
                throw new InterruptedException();
            }
        }
    }

    private static Plan plan(PurgeType type, @Nullable String text) {
        return Planner.plan(
                new PurgeDraft(ZONE, type, PurgeMethod.DELETE, text, List.of(), false),
                new ZoneFacts(
                        ZONE,
                        new ZoneHosts.Suffix("example.com"),
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        null,
                        null));
    }

    private Consent ask(Person person, Plan plan, @Nullable String typed, int seconds)
            throws Exception {
        return new TerminalGuard(person, output).ask(plan, "production", typed, seconds);
    }

    @Test
    void saysWhatItWillDoAndCountsDownAfterTheNameIsTyped() throws Exception {
        Person person = new Person(" example.com ", -1);

        Consent consent = ask(person, plan(PurgeType.ALL, null), null, 3);

        assertThat(consent.wide()).isTrue();
        assertThat(consent.typedZone()).isEqualTo(" example.com ");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Zone example.com, account production.", "everything in the zone")
                .contains("Deletes the files");
        assertThat(person.shown)
                .containsExactly(
                        "Purging in 3 s. Nothing has been sent; press Ctrl+C to stop.",
                        "Purging in 2 s. Nothing has been sent; press Ctrl+C to stop.",
                        "Purging in 1 s. Nothing has been sent; press Ctrl+C to stop.",
                        "");
        assertThat(person.nanos).isEqualTo(3_000_000_000L);
    }

    @Test
    void aNameGivenAsAnOptionIsNotAskedForAgain() throws Exception {
        Person person = new Person(null, -1);
        ask(person, plan(PurgeType.HOST, "www.example.com"), "example.com", 5);
        assertThat(person.asked).isZero();
        assertThat(person.shown).hasSize(6);
    }

    @Test
    void hostsLeaveAtOnceWhereTheCountdownIsOffAndAZoneDoesNot() throws Exception {
        Person hosts = new Person("example.com", -1);
        ask(hosts, plan(PurgeType.HOST, "www.example.com"), null, 0);
        assertThat(hosts.nanos).isZero();
        Person zone = new Person("example.com", -1);
        ask(zone, plan(PurgeType.ALL, null), null, 0);
        assertThat(zone.nanos).isEqualTo(10_000_000_000L);
    }

    @Test
    void nothingTypedOrAnotherNameEndsIt() {
        assertRefused(new Person(null, -1), Kind.NOT_CONFIRMED);
        assertRefused(new Person("  ", -1), Kind.NOT_CONFIRMED);
        assertRefused(new Person("example.org", -1), Kind.ZONE_MISTYPED);
    }

    private void assertRefused(Person person, Kind kind) {
        assertThatThrownBy(() -> ask(person, plan(PurgeType.ALL, null), null, 3))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class, e -> assertThat(e.kind()).isEqualTo(kind));
        assertThat(person.shown).isEmpty();
    }

    @Test
    void anInterruptEndsTheCountdownWithoutAConsent() {
        Person person = new Person("example.com", 2);
        assertThatThrownBy(() -> ask(person, plan(PurgeType.ALL, null), null, 10))
                .isInstanceOf(InterruptedException.class);
        assertThat(person.shown).hasSize(2);
    }
}
