package edgeone.purge.ui.stats.chart;

import java.util.Arrays;

/**
 * The range of an axis that begins at 0, with round numbers at its ticks.
 *
 * @param upper where it ends, a multiple of {@code tick}
 * @param tick from one tick to the next
 */
record Scale(double upper, double tick) {
    private static final int MOST_TICKS = 5;

    /** Round numbers of seconds up to a day. */
    private static final long[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
        86_400
    };

    /** Whole numbers. */
    static Scale ofCounts(double most) {
        double step = 1;
        while (step * MOST_TICKS < most) {
            step = next(step);
        }
        return upTo(most, step);
    }

    /** Seconds; beyond a day whole days. */
    static Scale ofSeconds(double most) {
        double step =
                Arrays.stream(SECONDS)
                        .filter(s -> s * (double) MOST_TICKS >= most)
                        .mapToDouble(s -> s)
                        .findFirst()
                        .orElseGet(() -> Math.ceil(most / MOST_TICKS / 86_400) * 86_400);
        return upTo(most, step);
    }

    private static Scale upTo(double most, double step) {
        return new Scale(Math.max(1, Math.ceil(most / step)) * step, step);
    }

    /** 1, 2, 5, 10, 20, 50 … */
    private static double next(double step) {
        double decade = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        double digit = Math.rint(step / decade);
        return digit < 2 ? 2 * decade : digit < 5 ? 5 * decade : 10 * decade;
    }
}
