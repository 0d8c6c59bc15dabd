package edgeone.purge.targets.intake.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Tells the watch what passes. */
public final class WatchedReader extends FilterReader {
    private final Counter counter;

    /** Counts over all files of one reading. */
    public static final class Counter {
        private final Watch watch;
        private long characters;

        public Counter(Watch watch) {
            this.watch = watch;
        }

        private void add(int more) throws CanceledReadException {
            characters += Math.max(0, more);
            watch.passed(characters);
        }
    }

    public WatchedReader(Reader in, Counter counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        counter.add(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        counter.add(count);
        return count;
    }
}
