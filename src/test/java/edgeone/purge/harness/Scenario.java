package edgeone.purge.harness;

/** One kind of trouble. Trials may be played several at a time, each on a thread of its own. */
interface Scenario {
    String name();

    /** Trials of a long run. */
    long trials();

    /** Trials of the short form. */
    long shortTrials();

    /** Trials at a time. */
    int workers();

    void play(Trial trial) throws Exception;
}
