package edgeone.purge.ui.purge.editor;

import edgeone.purge.model.TargetRow;
import edgeone.purge.targets.TargetList.Problem;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a line of the editor.
 *
 * @param reason EdgeOne's reason; empty if it gave none
 * @param problem why the line was left out; null for every other kind
 */
public record LineFate(Kind kind, String reason, @Nullable Problem problem) {

    /** What can happen to a line. Each has its own sign, so that none depends on colour alone. */
    public enum Kind {
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

        /** The style class of the sign and of the line. */
        String style() {
            return "fate-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether the line must be corrected or removed. */
        public boolean toFix() {
            return this == REJECTED || this == FAILED || this == LEFT_OUT;
        }
    }

    public static LineFate of(TargetRow row) {
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

    /** A line that was left out. */
    public static LineFate of(Problem problem) {
        return new LineFate(Kind.LEFT_OUT, "", problem);
    }

    public static LineFate duplicate() {
        return new LineFate(Kind.DUPLICATE, "", null);
    }
}
