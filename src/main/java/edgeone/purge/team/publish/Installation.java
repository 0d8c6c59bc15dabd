package edgeone.purge.team.publish;

import org.jspecify.annotations.Nullable;

/** This installation, as colleagues see it: computer, user of the operating system, version. */
public record Installation(
        @Nullable String host, @Nullable String user, @Nullable String program) {}
