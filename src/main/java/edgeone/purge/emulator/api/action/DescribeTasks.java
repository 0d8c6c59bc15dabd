package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Filter;
import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.call.Wording;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.RowFate;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Lists the outcome of purges or of prefetches, one row per target. */
public final class DescribeTasks implements Action {
    private static final String JOB = "job-id";
    private static final Duration WIDEST = Duration.ofDays(7);

    private final Zones zones;
    private final JobLedger ledger;
    private final boolean prefetches;

    private DescribeTasks(Zones zones, JobLedger ledger, boolean prefetches) {
        this.zones = zones;
        this.ledger = ledger;
        this.prefetches = prefetches;
    }

    public static DescribeTasks ofPurges(Zones zones, JobLedger ledger) {
        return new DescribeTasks(zones, ledger, false);
    }

    public static DescribeTasks ofPrefetches(Zones zones, JobLedger ledger) {
        return new DescribeTasks(zones, ledger, true);
    }

    @Override
    public String name() {
        return prefetches ? "DescribePrefetchTasks" : "DescribePurgeTasks";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        String zoneId = parameters.required("ZoneId");
        int offset = parameters.number("Offset");
        int limit = parameters.number("Limit");
        List<Filter> filters = parameters.filters();
        Optional<Instant> start = time(parameters, "StartTime");
        Optional<Instant> end = time(parameters, "EndTime");
        Optional<String> jobId =
                filters.stream()
                        .filter(f -> f.name().equals(JOB))
                        .map(f -> f.values().getFirst())
                        .findFirst();
        if (start.isPresent() != end.isPresent() || (start.isEmpty() && jobId.isEmpty())) {
            throw new ApiRefusal(Wording.PARAMETER, "StartTime and EndTime, or job-id, are needed");
        }
        if (start.isPresent() && end.isPresent()) {
            checkWindow(start.get(), end.get());
        }
        zones.existing(zoneId);
        List<AcceptedJob> jobs = jobId.map(ledger::ofJobId).orElseGet(ledger::jobs);
        ObjectNode reply = Json.MAPPER.createObjectNode();
        ArrayNode rows = Json.MAPPER.createArrayNode();
        long total = 0;
        for (AcceptedJob job : jobs.reversed()) {
            Instant created = job.time().truncatedTo(ChronoUnit.SECONDS);
            if (job.isPrefetch() != prefetches
                    || !job.zoneId().equals(zoneId)
                    || !job.isVisible(context.now())
                    || start.map(created::isBefore).orElse(false)
                    || end.map(created::isAfter).orElse(false)) {
                continue;
            }
            for (int row = 0; row < job.targets().size(); row++) {
                if (matches(job, row, filters, context.now())) {
                    if (total >= offset && total < (long) offset + limit) {
                        rows.add(row(job, row, context));
                    }
                    total++;
                }
            }
        }
        reply.put("TotalCount", total);
        reply.set("Tasks", rows);
        return reply;
    }

    private static boolean matches(AcceptedJob job, int row, List<Filter> filters, Instant now) {
        return Filter.allMatch(
                filters,
                name ->
                        switch (name) {
                            case JOB -> job.jobId();
                            case "target" -> job.targets().get(row);
                            case "domains" ->
                                    TargetCheck.hostOf(job.type(), job.targets().get(row));
                            case "statuses" -> status(job, row, now);
                            default -> job.type();
                        });
    }

    private static String status(AcceptedJob job, int row, Instant now) {
        return job.isFinal(row, now) ? job.fate(row).status() : "processing";
    }

    private static ObjectNode row(AcceptedJob job, int row, Context context) {
        boolean ended = job.isFinal(row, context.now());
        Instant updated = ended ? job.finalAt(row) : job.time();
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("JobId", job.jobId());
        node.put("Target", job.targets().get(row));
        node.put("Type", job.type());
        if (!job.isPrefetch()) {
            node.put("Method", job.method());
        }
        node.put("Status", status(job, row, context.now()));
        node.put("CreateTime", job.time().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("UpdateTime", updated.truncatedTo(ChronoUnit.SECONDS).toString());
        RowFate fate = job.fate(row);
        if (ended && !fate.failType().isEmpty()) {
            node.put("FailType", fate.failType());
            node.put("FailMessage", fate.message(context.inChinese()));
        }
        return node;
    }

    private static void checkWindow(Instant start, Instant end) throws ApiRefusal {
        if (end.isBefore(start) || Duration.between(start, end).compareTo(WIDEST) > 0) {
            throw new ApiRefusal(
                    Wording.PARAMETER, "EndTime must be within 7 days after StartTime");
        }
    }

    private static Optional<Instant> time(Parameters parameters, String name) throws ApiRefusal {
        Optional<String> text = parameters.text(name);
        try {
            return text.map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeException e) {
            throw new ApiRefusal(Wording.PARAMETER, name + " " + text.orElse(""));
        }
    }
}
