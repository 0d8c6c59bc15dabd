package edgeone.purge.targets.intake.finding;

import java.util.Locale;

/** Why something was left out. */
public enum Why {
    HEADER,
    COMMENT,
    EMPTY,
    NOT_AN_ADDRESS,
    OTHER_SCHEME,
    OTHER_MEMBER,
    NO_BASE,
    FRAGMENT,
    CONNECTION_HINT,
    METHOD,
    STATUS,
    MALFORMED,
    IMAGE,
    ALTERNATE,
    MISSING_CHILD,
    NESTED_INDEX,
    GLOB,
    BUILT_BY_OPTIONS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text that says why. */
    public String messageKey() {
        return "targets.leftOut." + name();
    }
}
