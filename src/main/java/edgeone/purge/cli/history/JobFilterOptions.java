package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.model.JobState;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which jobs are meant, for every command that takes more than one. */
final class JobFilterOptions {
    @Option(names = "--text", paramLabel = "S", description = "${bundle:help.jobs.text}")
    private String text = "";

    @Option(names = "--state", paramLabel = "S", description = "${bundle:help.jobs.state}")
    private @Nullable String state;

    @Option(names = "--type", paramLabel = "T", description = "${bundle:help.purge.type}")
    private @Nullable String type;

    @Option(names = "--zone", paramLabel = "Z", description = "${bundle:help.jobs.zone}")
    private @Nullable String zone;

    @Option(names = "--all-accounts", description = "${bundle:help.jobs.all-accounts}")
    private boolean allAccounts;

    @Option(names = "--since", paramLabel = "T", description = "${bundle:help.jobs.since}")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "${bundle:help.jobs.until}")
    private @Nullable String until;

    @Option(
            names = "--origin",
            paramLabel = "here|elsewhere",
            description = "${bundle:help.jobs.origin}")
    private @Nullable String origin;

    /**
     * The filter.
     *
     * @param account an account's name, of today or when it submitted; null for every account
     */
    JobFilter filter(@Nullable String account) {
        if (account != null && allAccounts) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.jobs.accounts");
        }
        return new JobFilter(
                text,
                state == null ? Set.of() : Set.of(state(state)),
                type == null ? Set.of() : Set.of(type(type)),
                zone,
                account == null ? Whose.EVERYBODY : new Whose.Named(account),
                since == null ? null : time("--since", since),
                until == null ? null : time("--until", until),
                origin == null ? null : origin(origin));
    }

    /** Whether any of them was given. */
    boolean isGiven() {
        return !text.isEmpty()
                || allAccounts
                || Stream.of(state, type, zone, since, until, origin).anyMatch(Objects::nonNull);
    }

    private static JobState state(String label) {
        return JobState.ofLabel(label)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        ExitCodes.REFUSED,
                                        "cli.state",
                                        label,
                                        Arrays.stream(JobState.values())
                                                .map(JobState::label)
                                                .collect(Collectors.joining(", "))));
    }

    private static PurgeType type(String name) {
        return PurgeType.ofWireName(name)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.jobs.type", name));
    }

    private static Origin origin(String label) {
        return Origin.ofLabel(label)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.origin", label));
    }

    /** A point in time, or the start of a day here. */
    static Instant time(String option, String text) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.time", option, text);
        }
    }
}
