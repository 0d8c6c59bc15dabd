package edgeone.purge.journal.rescue;

import java.sql.SQLException;

/**
 * Reads all rows of a range of keys that can be read: from the first on, from the last back, and
 * then each half of what is left between.
 */
final class KeyRange {
    private final Rows rows;
    private final Gap gap;

    KeyRange(Rows rows, Gap gap) {
        this.rows = rows;
        this.gap = gap;
    }

    /** Reads rows in the order of their keys. */
    @FunctionalInterface
    interface Rows {
        /**
         * Reads rows until the end of the range or one that cannot be read.
         *
         * @return the key of the last row read, or {@link #WHOLE}
         * @throws SQLException if something else is wrong than the file
         */
        long read(long from, long to, boolean backward) throws SQLException;

        /** The end was reached. */
        long WHOLE = Long.MIN_VALUE;

        /** Not even the first row could be read. */
        long NONE = Long.MIN_VALUE + 1;
    }

    /** Hears which keys cannot be read, in ascending order. */
    @FunctionalInterface
    interface Gap {
        void lost(long from, long to);
    }

    void read(long from, long to) throws SQLException {
        if (from > to) {
            return;
        }
        long last = rows.read(from, to, false);
        if (last == Rows.WHOLE) {
            return;
        }
        long first = last == Rows.NONE ? from : last + 1;
        long back = rows.read(first, to, true);
        if (back == Rows.WHOLE) {
            // Nothing is missing: the way there was damaged, not the rows.
            return;
        }
        long end = back == Rows.NONE ? to : back - 1;
        if (first >= end) {
            gap.lost(first, Math.max(first, end));
            return;
        }
        long middle = first + (end - first) / 2;
        read(first, middle);
        read(middle + 1, end);
    }
}
