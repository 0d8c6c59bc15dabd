package edgeone.purge.model;

/** Whose jobs are meant. */
public sealed interface Whose {
    Whose EVERYBODY = new Everybody();

    /** Those of every account. */
    record Everybody() implements Whose {}

    /**
     * Those of one account, whatever it was called when it submitted them.
     *
     * @param id its identity
     * @param name its name, for jobs of an earlier version that no identity is known of
     */
    record Account(String id, String name) implements Whose {}

    /**
     * Those of accounts that are called so, or were when they submitted them, upper and lower case
     * not told apart.
     */
    record Named(String name) implements Whose {}
}
