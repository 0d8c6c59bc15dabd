package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.Origin;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.DoneTime;
import edgeone.purge.model.stats.FailureReason;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;
import edgeone.purge.model.stats.Step;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

@Command(name = "stats", description = "${bundle:help.stats}")
public final class StatsCommand extends EdgeOneCommand {
    private static final String EVERY_ORIGIN = "all";

    @Option(names = "--since", paramLabel = "T", description = "${bundle:help.jobs.since}")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "T", description = "${bundle:help.jobs.until}")
    private @Nullable String until;

    @Option(names = "--zone", paramLabel = "Z", description = "${bundle:help.jobs.zone}")
    private @Nullable String zone;

    @Option(
            names = "--origin",
            paramLabel = "here|elsewhere|all",
            description = "${bundle:help.stats.origin}")
    private String origin = Origin.HERE.label();

    public StatsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        filter();
    }

    private JobFilter filter() {
        String account = options().account();
        Instant from = since == null ? null : JobFilterOptions.time("--since", since);
        Instant to = until == null ? null : JobFilterOptions.time("--until", until);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.stats.times");
        }
        return JobFilter.ALL
                .between(from, to)
                .withZone(zone)
                .withWhose(account == null ? Whose.EVERYBODY : new Whose.Named(account))
                .withOrigin(origin());
    }

    private @Nullable Origin origin() {
        if (origin.equals(EVERY_ORIGIN)) {
            return null;
        }
        return Origin.ofLabel(origin)
                .orElseThrow(
                        () -> new CommandFailure(ExitCodes.REFUSED, "cli.stats.origin", origin));
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        Stats stats =
                workplace
                        .history()
                        .statistics()
                        .read(new StatsQuestion(filter(), ZoneId.systemDefault(), Step.DAY));
        if (output.isJson()) {
            output.json(json(stats));
        } else {
            show(stats, output);
        }
        return ExitCodes.OK;
    }

    private static Map<String, Object> json(Stats stats) {
        DoneTime done = stats.done();
        return new Fields()
                .put("days", stats.days().stream().map(StatsCommand::day).toList())
                .put("reasons", stats.reasons().stream().map(StatsCommand::reason).toList())
                .put("otherReasons", stats.otherReasons() == 0 ? null : stats.otherReasons())
                .put(
                        "secondsToDone",
                        done == null
                                ? Map.of()
                                : new Fields()
                                        .put("jobs", done.jobs())
                                        .put("p50", seconds(done.median()))
                                        .put("p95", seconds(done.most()))
                                        .map())
                .map();
    }

    private static Map<String, Object> day(DayCount of) {
        return new Fields()
                .put("day", of.day().toString())
                .put("type", of.type().wireName())
                .put("jobs", of.jobs())
                .put("targets", of.targets())
                .put("succeeded", of.succeeded())
                .put("failed", of.failed())
                .put("rejected", of.rejected())
                .put("canceled", of.canceled())
                .put("pending", of.pending())
                .put("underway", of.underway())
                .map();
    }

    private static Map<String, Object> reason(FailureReason of) {
        return new Fields()
                .put("reason", of.reason())
                .put("count", of.count())
                .put("state", of.state().label())
                .put("code", of.code())
                .map();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    private static void show(Stats stats, Output output) {
        if (stats.days().isEmpty()) {
            output.text("cli.stats.nothing");
            return;
        }
        output.table(
                List.of(
                        "column.day",
                        "column.type",
                        "column.jobs",
                        "column.targets",
                        "column.succeeded",
                        "column.failed",
                        "column.rejected"),
                stats.days().stream()
                        .map(
                                d ->
                                        List.of(
                                                d.day().toString(),
                                                d.type().wireName(),
                                                String.valueOf(d.jobs()),
                                                String.valueOf(d.targets()),
                                                String.valueOf(d.succeeded()),
                                                String.valueOf(d.failed()),
                                                String.valueOf(d.rejected())))
                        .toList());
        if (!stats.reasons().isEmpty()) {
            output.line("");
            output.table(
                    List.of("column.count", "column.state", "column.reason"),
                    stats.reasons().stream()
                            .map(
                                    r ->
                                            List.of(
                                                    String.valueOf(r.count()),
                                                    r.state().label(),
                                                    r.reason()))
                            .toList());
            if (stats.otherReasons() > 0) {
                output.text("cli.stats.other", stats.otherReasons());
            }
        }
        DoneTime done = stats.done();
        if (done != null) {
            output.line("");
            output.text(
                    "cli.stats.done", done.jobs(), seconds(done.median()), seconds(done.most()));
        }
    }
}
