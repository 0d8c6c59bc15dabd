package edgeone.purge.ui.purge;

import edgeone.purge.model.TargetRow;
import edgeone.purge.targets.TargetList.Problem;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a line of the editor.
 *
 * @param reason EdgeOne's words; empty where it had none
 * @param problem why a line was left out; null for every other kind
 */
record LineFate(Kind kind, String reason, @Nullable Problem problem) {

    /**
     * What can happen to a line. Each has a sign of its own, so that none is told by colour only.
     */
    enum Kind {
        SUCCEEDED("✓"),
        ACCEPTED("…"),
        REJECTED("✕"),
        FAILED("!"),
        UNKNOWN("?"),
        NOT_SENT("–"),
        CANCELED("□"),
        LEFT_OUT("↷"),
        DUPLICATE("=");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** Style class of the sign, and of the line. */
        String style() {
            return "fate-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether the line has to be corrected, or given up, before its content is purged. */
        boolean toFix() {
            return this == REJECTED || this == FAILED || this == LEFT_OUT;
        }
    }

    static LineFate of(TargetRow row) {
        Kind kind =
                switch (row.state()) {
                    case PENDING -> Kind.NOT_SENT;
                    case ACCEPTED, PROCESSING -> Kind.ACCEPTED;
                    case SUCCEEDED -> Kind.SUCCEEDED;
                    case FAILED, TIMED_OUT -> Kind.FAILED;
                    case CANCELED -> Kind.CANCELED;
                    case REJECTED -> Kind.REJECTED;
                    case UNKNOWN -> Kind.UNKNOWN;
                };
        String reason = row.reason();
        return new LineFate(kind, reason == null ? "" : reason, null);
    }

    static LineFate of(Problem problem) {
        return new LineFate(Kind.LEFT_OUT, "", problem);
    }

    static LineFate duplicate() {
        return new LineFate(Kind.DUPLICATE, "", null);
    }
}
