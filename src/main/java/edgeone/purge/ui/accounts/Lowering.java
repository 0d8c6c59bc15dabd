package edgeone.purge.ui.accounts;

import java.time.Duration;

/** The confirmation to lower a safety level: the name as typed, and for how long. */
record Lowering(String typedName, Duration time) {}
