package edgeone.purge.emulator.api.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Allows at most 20 requests in any one-second window per owner of the limit and action. Uses a
 * request's arrival time, not when it is processed, so that a busy machine does not blur the count.
 */
public final class RateWindow {
    static final int LIMIT = 20;
    private static final long SECOND = 1_000_000_000L;
    private static final long MEMORY = 10 * SECOND;

    private final Map<String, List<Long>> taken = new HashMap<>();

    /**
     * Takes a place in the window, or refuses; a refused request takes none.
     *
     * @param owner whose limit it is: a key or an account
     * @param arrived in nanoseconds, of {@link System#nanoTime}
     */
    public synchronized void take(String owner, String action, long arrived) throws ApiRefusal {
        List<Long> times = taken.computeIfAbsent(owner + " " + action, _ -> new ArrayList<>());
        times.removeIf(t -> arrived - t > MEMORY);
        int at = -Collections.binarySearch(times, arrived) - 1;
        at = at < 0 ? -at - 1 : at;
        times.add(at, arrived);
        for (int first = Math.max(0, at - LIMIT); first <= at; first++) {
            int last = first + LIMIT;
            if (last < times.size() && times.get(last) - times.get(first) < SECOND) {
                times.remove(at);
                throw new ApiRefusal(Wording.RATE, LIMIT + 1, LIMIT);
            }
        }
    }
}
