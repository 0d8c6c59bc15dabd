package edgeone.purge.emulator.faults;

import java.util.function.DoubleSupplier;

/** Which of the requests or targets it counts a rule strikes; counting starts at 1. */
public sealed interface When {
    boolean strikes(long count, DoubleSupplier chance);

    record Always() implements When {
        @Override
        public boolean strikes(long count, DoubleSupplier chance) {
            return true;
        }
    }

    record Nth(long n) implements When {
        @Override
        public boolean strikes(long count, DoubleSupplier chance) {
            return count == n;
        }
    }

    record Every(long n) implements When {
        @Override
        public boolean strikes(long count, DoubleSupplier chance) {
            return count % n == 0;
        }
    }

    record First(long n) implements When {
        @Override
        public boolean strikes(long count, DoubleSupplier chance) {
            return count <= n;
        }
    }

    /** A probability from 0 to 1. */
    record Chance(double p) implements When {
        @Override
        public boolean strikes(long count, DoubleSupplier chance) {
            return chance.getAsDouble() < p;
        }
    }
}
