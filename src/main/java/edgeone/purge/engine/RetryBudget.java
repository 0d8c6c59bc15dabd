package edgeone.purge.engine;

/**
 * Keeps a broken service from being hammered: every retry costs tokens, every success returns one,
 * and an empty bucket stops retries. Same figures as the AWS SDKs.
 */
final class RetryBudget {
    static final int CAPACITY = 500;
    static final int COST = 5;

    private int tokens = CAPACITY;

    /** Takes the tokens of one retry; returns false if too few are left. */
    synchronized boolean spend() {
        if (tokens < COST) {
            return false;
        }
        tokens -= COST;
        return true;
    }

    synchronized void succeeded() {
        tokens = Math.min(CAPACITY, tokens + 1);
    }
}
