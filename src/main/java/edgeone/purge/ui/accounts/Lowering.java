package edgeone.purge.ui.accounts;

import java.time.Duration;

/** What was typed and chosen to lower a safety level. */
record Lowering(String typedName, Duration time) {}
