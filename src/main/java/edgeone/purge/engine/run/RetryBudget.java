package edgeone.purge.engine.run;

/**
 * Keeps a broken service from being hammered: every retry costs tokens, every success gives one
 * back, and an empty bucket means no more retries. Figures as the AWS SDKs use them.
 */
public final class RetryBudget {
    public static final int CAPACITY = 500;
    public static final int COST = 5;

    private int tokens = CAPACITY;

    /** Takes the tokens of one retry; false where too few are left. */
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
