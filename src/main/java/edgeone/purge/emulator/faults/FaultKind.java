package edgeone.purge.emulator.faults;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong, with its name in a fault specification. */
public enum FaultKind {
    DROP("drop", Stage.REPLY, Value.NONE),
    HANG("hang", Stage.REPLY, Value.NUMBER),
    HTML("html", Stage.REPLY, Value.NONE),
    STATUS("status", Stage.REPLY, Value.REQUIRED_NUMBER),
    GARBAGE("garbage", Stage.REPLY, Value.NONE),
    HUGE("huge", Stage.REPLY, Value.NUMBER),
    DEEP("deep", Stage.REPLY, Value.NUMBER),
    ERROR("error", Stage.REPLY, Value.TEXT),
    HALF("half", Stage.REPLY, Value.NONE),
    TRUNCATED("truncated", Stage.REPLY, Value.NONE),
    SLOW("slow", Stage.DELAY, Value.REQUIRED_NUMBER),
    EXTRA("extra", Stage.SHAPE, Value.NONE),
    FAILED_LIST("failed-list", Stage.SHAPE, Value.TEXT),
    DENY("deny", Stage.PERMISSION, Value.NONE),
    DENY_PRODUCT("deny-product", Stage.PERMISSION, Value.NONE),
    REJECT("reject", Stage.TARGET, Value.TEXT),
    ROW("row", Stage.ROW, Value.TEXT),
    VISIBLE("visible", Stage.SETTING, Value.REQUIRED_NUMBER),
    CLOCK("clock", Stage.SETTING, Value.REQUIRED_NUMBER),
    STICKY("sticky", Stage.OBJECT, Value.NUMBER),
    LATE("late", Stage.OBJECT, Value.REQUIRED_NUMBER),
    REDIRECT("redirect", Stage.OBJECT, Value.OPTIONAL_TEXT),
    VARY("vary", Stage.OBJECT, Value.OPTIONAL_TEXT),
    BARE("bare", Stage.OBJECT, Value.NONE);

    /** When a fault is checked for. */
    public enum Stage {
        REPLY,
        DELAY,
        SHAPE,
        PERMISSION,
        TARGET,
        ROW,
        SETTING,
        /** Of an object, at the edge or the origin. */
        OBJECT
    }

    enum Value {
        NONE,
        NUMBER,
        REQUIRED_NUMBER,
        TEXT,
        OPTIONAL_TEXT
    }

    private final String word;
    private final Stage stage;
    private final Value value;

    FaultKind(String word, Stage stage, Value value) {
        this.word = word;
        this.stage = stage;
        this.value = value;
    }

    public String word() {
        return word;
    }

    public Stage stage() {
        return stage;
    }

    Value value() {
        return value;
    }

    /** Whether it can strike after the request was carried out. */
    boolean mayBeAfter() {
        return stage == Stage.REPLY;
    }

    /** Whether it can be ordered of a place: an action, the edge, or the origin. */
    boolean mayBeAt(String place) {
        return switch (place) {
            case FaultRule.EDGE ->
                    stage == Stage.OBJECT
                            || this == DROP
                            || this == HANG
                            || this == STATUS
                            || this == SLOW;
            case FaultRule.ORIGIN -> this == LATE;
            default -> stage != Stage.OBJECT;
        };
    }

    /** Whether it always strikes after the request, because it needs the real reply. */
    boolean isAlwaysAfter() {
        return this == HALF || this == TRUNCATED;
    }

    static Optional<FaultKind> ofWord(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
