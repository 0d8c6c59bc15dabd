package edgeone.purge.api;

/** Whether an action changes anything. */
public enum ActionKind {
    READ("read"),
    WRITE("write");

    private final String word;

    ActionKind(String word) {
        this.word = word;
    }

    /** As in the description, and in the output of commands. */
    public String word() {
        return word;
    }
}
