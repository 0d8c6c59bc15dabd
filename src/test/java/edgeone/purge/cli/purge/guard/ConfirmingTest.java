package edgeone.purge.cli.purge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Planner;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The plans of several zones: each is asked like a single one, or none is sent. */
final class ConfirmingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Output output =
            new Output(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Messages.in(Language.ENGLISH),
                    false);

    /** Types line after line, and lets time pass when it is paused. */
    private static final class Person implements Terminal {
        private final Deque<String> types;
        private final List<String> asked = new ArrayList<>();
        private long nanos;

        Person(String... types) {
            this.types = new ArrayDeque<>(Arrays.asList(types));
        }

        @Override
        public @Nullable String line(String prompt) {
            asked.add(prompt);
            return types.poll();
        }

        @Override
        public void overwrite(String text) {}

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration time) {
            nanos += time.toNanos();
        }
    }

    private static Plan plan(String zoneName, PurgeType type, String target) {
        Zone zone = new Zone("zone-" + zoneName, zoneName, "", "global", "active", false);
        return Planner.plan(
                new PurgeDraft(zone, type, null, target, List.of(), false),
                new ZoneFacts(
                        zone,
                        new ZoneHosts.Suffix(zoneName),
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        null,
                        null));
    }

    private static Plan host(String zoneName) {
        return plan(zoneName, PurgeType.HOST, "www." + zoneName);
    }

    private Confirming confirming(
            @Nullable Person person, ConsentNeeded needed, boolean yes, String... names) {
        return new Confirming(
                plan -> needed,
                "production",
                () -> 5,
                yes,
                List.of(names),
                () -> Optional.ofNullable(person),
                output);
    }

    @Test
    void everyWideZoneIsTypedAndCountedDown() throws Exception {
        Person person = new Person("a.com", "b.com");
        List<ConfirmedPlan> confirmed =
                confirming(person, ConsentNeeded.YES, false)
                        .ofAll(List.of(host("a.com"), host("b.com")));
        assertThat(confirmed)
                .extracting(ConfirmedPlan::consent)
                .containsExactly(new Consent(true, "a.com"), new Consent(true, "b.com"));
        assertThat(person.asked).hasSize(2);
        assertThat(Duration.ofNanos(person.nanos)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void onlyTheDirectoriesThatAreAWholeHostAreAsked() throws Exception {
        Person person = new Person("b.com");
        List<ConfirmedPlan> confirmed =
                confirming(person, ConsentNeeded.NOTHING, false)
                        .ofAll(
                                List.of(
                                        plan("a.com", PurgeType.PREFIX, "https://www.a.com/img/"),
                                        plan("b.com", PurgeType.PREFIX, "https://www.b.com/")));
        assertThat(confirmed)
                .extracting(ConfirmedPlan::consent)
                .containsExactly(new Consent(false, null), new Consent(true, "b.com"));
        assertThat(Duration.ofNanos(person.nanos)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void oneThatIsNotConfirmedEndsAll() {
        List<Plan> plans = List.of(host("a.com"), host("b.com"));
        assertRefused(new Person("a.com", ""), plans, Kind.NOT_CONFIRMED);
        assertRefused(new Person("a.com", "a.com"), plans, Kind.ZONE_MISTYPED);
    }

    private void assertRefused(Person person, List<Plan> plans, Kind kind) {
        assertThatThrownBy(() -> confirming(person, ConsentNeeded.YES, false).ofAll(plans))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aNameGivenAsAnOptionIsNotTypedAgain() throws Exception {
        Person person = new Person("b.com");
        confirming(person, ConsentNeeded.TYPED_ZONE, false, " a.com ")
                .ofAll(List.of(host("a.com"), host("b.com")));
        assertThat(person.asked).hasSize(1).first().asString().contains("b.com");
    }

    @Test
    void withoutATerminalMissingNamesAreListed() {
        assertThatThrownBy(
                        () ->
                                confirming(null, ConsentNeeded.TYPED_ZONE, true, "a.com")
                                        .ofAll(List.of(host("a.com"), host("b.com"))))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.ZONE_NOT_TYPED));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a.com, b.com");
    }

    @Test
    void whoSaysYesIsNotAsked() throws Exception {
        Person person = new Person();
        List<ConfirmedPlan> confirmed =
                confirming(person, ConsentNeeded.YES, true).ofAll(List.of(host("a.com")));
        assertThat(confirmed.getFirst().consent()).isEqualTo(new Consent(true, null));
        assertThat(person.asked).isEmpty();
    }

    @Test
    void aReadOnlyAccountIsNotAsked() throws Exception {
        Person person = new Person();
        assertThat(confirming(person, ConsentNeeded.IMPOSSIBLE, false).of(host("a.com")))
                .isEqualTo(new Consent(false, null));
        assertThat(person.asked).isEmpty();
    }
}
