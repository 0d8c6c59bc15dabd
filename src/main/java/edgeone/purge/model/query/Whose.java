package edgeone.purge.model.query;

/** Whose jobs are meant. */
public sealed interface Whose {
    Whose EVERYBODY = new Everybody();

    /** Those of every account. */
    record Everybody() implements Whose {}

    /**
     * Those of one account, under whatever name it submitted them.
     *
     * @param id its ID
     * @param name its name, for jobs of an earlier version that have no account ID
     */
    record Account(String id, String name) implements Whose {}

    /** Those of accounts with this name now or when they submitted them, ignoring case. */
    record Named(String name) implements Whose {}
}
