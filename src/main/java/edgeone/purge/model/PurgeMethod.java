package edgeone.purge.model;

import java.util.Arrays;
import java.util.Optional;

/** How cached objects are purged: marked as expired (EdgeOne's default) or deleted at once. */
public enum PurgeMethod {
    INVALIDATE("invalidate"),
    DELETE("delete");

    private final String wireName;

    PurgeMethod(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<PurgeMethod> ofWireName(String name) {
        return Arrays.stream(values()).filter(m -> m.wireName.equals(name)).findFirst();
    }
}
