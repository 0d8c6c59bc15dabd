package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be confirmed at which level, and what counts as confirmed. */
final class PurgeGuardTest {
    private static final Zone NAMED =
            new Zone("zone-1", "example.com", "", "global", "active", false);
    private static final Zone NAMELESS = new Zone("zone-2", "", "", "global", "active", false);

    private static Consent consent(boolean wide, @Nullable String typedZone) {
        return new Consent(wide, typedZone);
    }

    private static void assertAllowed(ConsentNeeded needed, Zone zone, Consent consent) {
        assertThatCode(() -> PurgeGuard.check(needed, zone, consent)).doesNotThrowAnyException();
    }

    private static void assertRefused(Kind kind, ConsentNeeded needed, Zone zone, Consent consent) {
        assertThatThrownBy(() -> PurgeGuard.check(needed, zone, consent))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, URL, NOTHING",
        "NORMAL, PREFIX, NOTHING",
        "NORMAL, CACHE_TAG, NOTHING",
        "NORMAL, HOST, YES",
        "NORMAL, ALL, YES",
        "CONFIRM_WIDE, URL, NOTHING",
        "CONFIRM_WIDE, PREFIX, NOTHING",
        "CONFIRM_WIDE, CACHE_TAG, NOTHING",
        "CONFIRM_WIDE, HOST, TYPED_ZONE",
        "CONFIRM_WIDE, ALL, TYPED_ZONE",
        "CONFIRM_ALL, URL, TYPED_ZONE",
        "CONFIRM_ALL, ALL, TYPED_ZONE",
        "READ_ONLY, URL, IMPOSSIBLE",
        "READ_ONLY, ALL, IMPOSSIBLE",
    })
    void widerPurgesNeedMoreConfirmation(SafetyLevel level, PurgeType type, ConsentNeeded needed) {
        assertThat(PurgeGuard.needed(level, type)).isEqualTo(needed);
    }

    @Test
    void aNoteIsCheckedAsTheSettingSays() {
        NoteRule ticket = new NoteRule(true, "OPS-\\d+");
        assertThatCode(() -> PurgeGuard.check(ticket, "OPS-4711")).doesNotThrowAnyException();
        assertNoteRefused(Kind.NOTE_MISSING, ticket, null);
        assertNoteRefused(Kind.NOTE_MISMATCH, ticket, "because");
    }

    private static void assertNoteRefused(Kind kind, NoteRule rule, @Nullable String note) {
        assertThatThrownBy(() -> PurgeGuard.check(rule, note))
                .isInstanceOfSatisfying(
                        RefusedSubmitException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void withoutARequirementNothingIsNeeded() {
        assertAllowed(ConsentNeeded.NOTHING, NAMED, Consent.NONE);
    }

    @Test
    void aWidePurgeNeedsAConfirmation() {
        assertAllowed(ConsentNeeded.YES, NAMED, consent(true, null));
        assertRefused(Kind.NOT_CONFIRMED, ConsentNeeded.YES, NAMED, Consent.NONE);
        assertRefused(Kind.NOT_CONFIRMED, ConsentNeeded.YES, NAMED, consent(false, "example.com"));
    }

    @Test
    void aZoneIsTypedByItsNameOrElseItsId() {
        assertAllowed(ConsentNeeded.TYPED_ZONE, NAMED, consent(false, "example.com"));
        assertAllowed(ConsentNeeded.TYPED_ZONE, NAMED, consent(false, " example.com\n"));
        assertAllowed(ConsentNeeded.TYPED_ZONE, NAMELESS, consent(false, "zone-2"));
        assertRefused(Kind.ZONE_NOT_TYPED, ConsentNeeded.TYPED_ZONE, NAMED, consent(true, null));
        for (String wrong : new String[] {"", "Example.com", "example.co", "zone-1"}) {
            assertRefused(
                    Kind.ZONE_MISTYPED, ConsentNeeded.TYPED_ZONE, NAMED, consent(true, wrong));
        }
    }

    @Test
    void aTypedNameIsCheckedEvenIfNotRequired() {
        assertRefused(
                Kind.ZONE_MISTYPED, ConsentNeeded.NOTHING, NAMED, consent(true, "example.org"));
        assertRefused(Kind.ZONE_MISTYPED, ConsentNeeded.YES, NAMED, consent(true, "example.org"));
        assertAllowed(ConsentNeeded.YES, NAMED, consent(true, "example.com"));
    }

    @Test
    void aReadOnlyAccountPurgesNothingWhateverIsConfirmed() {
        assertRefused(
                Kind.READ_ONLY, ConsentNeeded.IMPOSSIBLE, NAMED, consent(true, "example.com"));
    }
}
