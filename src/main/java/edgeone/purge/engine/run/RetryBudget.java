package edgeone.purge.engine.run;

/**
 * Keeps a broken service from being hammered: every retry costs tokens, every success returns one,
 * and an empty bucket stops retries. Same figures as the AWS SDKs.
 */
public final class RetryBudget {
    public static final int CAPACITY = 500;
    public static final int COST = 5;

    private int tokens = CAPACITY;

    /** Takes the tokens of one retry; false if too few are left. */
    public synchronized boolean spend() {
        if (tokens < COST) {
            return false;
        }
        tokens -= COST;
        return true;
    }

    public synchronized void succeeded() {
        tokens = Math.min(CAPACITY, tokens + 1);
    }
}
