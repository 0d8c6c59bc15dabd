package edgeone.purge.engine;

import org.junit.jupiter.api.Tag;

/** The same, with more plans. */
@Tag("long")
final class LongScopePropertyTest extends ScopePropertyTest {
    @Override
    int plans() {
        return 100_000;
    }
}
