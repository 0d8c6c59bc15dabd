package edgeone.purge.emulator.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** At most 20 requests in any one-second window, for each key and action. */
final class RateWindow {
    static final int LIMIT = 20;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> taken = new HashMap<>();

    RateWindow(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes a place in the window, or refuses; what is refused takes none. */
    synchronized void take(String secretId, String action) throws ApiRefusal {
        Deque<Long> window =
                taken.computeIfAbsent(secretId + " " + action, k -> new ArrayDeque<>());
        long now = nanos.getAsLong();
        while (!window.isEmpty() && now - window.getFirst() >= SECOND) {
            window.removeFirst();
        }
        if (window.size() >= LIMIT) {
            throw new ApiRefusal(Wording.RATE, window.size() + 1, LIMIT);
        }
        window.addLast(now);
    }
}
