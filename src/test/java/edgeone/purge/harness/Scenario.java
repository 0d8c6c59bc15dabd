package edgeone.purge.harness;

/** One kind of trouble. Several trials may run at a time, each on its own thread. */
interface Scenario {
    String name();

    /** Trials of a long run. */
    long trials();

    /** Trials of the short form. */
    long shortTrials();

    /** Concurrent trials. */
    int workers();

    void play(Trial trial) throws Exception;
}
