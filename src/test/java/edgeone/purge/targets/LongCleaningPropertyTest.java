package edgeone.purge.targets;

import org.junit.jupiter.api.Tag;

/** The same, with more inputs. */
@Tag("long")
final class LongCleaningPropertyTest extends CleaningPropertyTest {
    @Override
    int inputs() {
        return 25_000;
    }
}
