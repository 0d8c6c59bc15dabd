package edgeone.purge.targets.intake;

import org.junit.jupiter.api.Tag;

/** The same, with more inputs. */
@Tag("long")
final class LongIntakePropertyTest extends IntakePropertyTest {
    @Override
    int inputs() {
        return 3_000;
    }
}
