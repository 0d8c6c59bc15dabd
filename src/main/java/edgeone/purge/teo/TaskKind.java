package edgeone.purge.teo;

import edgeone.purge.model.PurgeType;

/** The actions for one kind of work: one that submits it, and one that lists it. */
public enum TaskKind {
    PURGE("CreatePurgeTask", "DescribePurgeTasks"),
    PREFETCH("CreatePrefetchTask", "DescribePrefetchTasks");

    private final String create;
    private final String describe;

    TaskKind(String create, String describe) {
        this.create = create;
        this.describe = describe;
    }

    public static TaskKind of(PurgeType type) {
        return type.isPrefetch() ? PREFETCH : PURGE;
    }

    /** The action that submits it. */
    public String create() {
        return create;
    }

    /** The action that lists it. */
    public String describe() {
        return describe;
    }
}
