package edgeone.purge.targets.rules;

/** What a fix does to its line. */
public enum FixKind {
    UNWRAP,
    SPLIT,
    RESOLVE_DOTS,
    DROP_FRAGMENT,
    ENCODE_FRAGMENT,
    DECODE_ENTITIES,
    ADD_HTTPS,
    ADD_HTTP,
    BARE_HOST,
    DROP_LINE;

    /** The text that says what the fix does. */
    public String messageKey() {
        return "targets.fix." + name();
    }
}
