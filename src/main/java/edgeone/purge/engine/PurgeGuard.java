package edgeone.purge.engine;

import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Decides and checks what must be confirmed before anything leaves. Pure. */
final class PurgeGuard {
    private PurgeGuard() {}

    static ConsentNeeded needed(SafetyLevel level, PurgeType type) {
        return switch (level) {
            case READ_ONLY -> ConsentNeeded.IMPOSSIBLE;
            case CONFIRM_ALL, TWO_PERSON -> ConsentNeeded.TYPED_ZONE;
            case CONFIRM_WIDE -> type.isWide() ? ConsentNeeded.TYPED_ZONE : ConsentNeeded.NOTHING;
            case NORMAL -> type.isWide() ? ConsentNeeded.YES : ConsentNeeded.NOTHING;
        };
    }

    /**
     * Checks a consent against what is needed; the zone is typed by its name, or its ID if it has
     * none.
     */
    static void check(ConsentNeeded needed, Zone zone, Consent consent)
            throws RefusedSubmitException {
        // A typed name is checked even if not required: it says what the user means.
        if (consent.typedZone() != null && !consent.typedZone().strip().equals(zone.label())) {
            throw refused(Kind.ZONE_MISTYPED);
        }
        switch (needed) {
            case NOTHING -> {}
            case YES -> {
                if (!consent.wide()) {
                    throw refused(Kind.NOT_CONFIRMED);
                }
            }
            case TYPED_ZONE -> {
                if (consent.typedZone() == null) {
                    throw refused(Kind.ZONE_NOT_TYPED);
                }
            }
            case IMPOSSIBLE -> throw refused(Kind.READ_ONLY);
        }
    }

    /** Checks a cleaned note. */
    static void check(NoteRule rule, @Nullable String note) throws RefusedSubmitException {
        NoteRule.Problem problem = rule.problem(note).orElse(null);
        if (problem != null) {
            throw refused(
                    switch (problem) {
                        case MISSING -> Kind.NOTE_MISSING;
                        case MISMATCH -> Kind.NOTE_MISMATCH;
                        case TOO_LONG -> Kind.NOTE_TOO_LONG;
                    });
        }
    }

    private static RefusedSubmitException refused(Kind kind) {
        return new RefusedSubmitException(kind, List.of());
    }
}
