package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiOptions;
import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.call.Wording;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.PrefetchWork;
import edgeone.purge.emulator.api.state.QuotaSetup;
import edgeone.purge.emulator.api.state.RowFate;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accepts prefetches, and fetches what they name. */
public final class CreatePrefetchTask implements Action {
    private final Zones zones;
    private final JobLedger ledger;
    private final ApiOptions options;
    private final PrefetchSource source;

    public CreatePrefetchTask(
            Zones zones, JobLedger ledger, ApiOptions options, PrefetchSource source) {
        this.zones = zones;
        this.ledger = ledger;
        this.options = options;
        this.source = source;
    }

    /** How all of the targets are fetched. */
    private record How(boolean edge, List<PrefetchSource.Field> headers, boolean segments) {}

    @Override
    public String name() {
        return "CreatePrefetchTask";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        String zoneId = parameters.required("ZoneId");
        How how =
                new How(
                        parameters.oneOf("Mode").equals("edge"),
                        headers(parameters),
                        parameters.oneOf("PrefetchMediaSegments").equals("on"));
        parameters.mayBeBoolean("EncodeUrl");
        List<String> targets =
                parameters
                        .texts("Targets")
                        .orElseThrow(() -> new ApiRefusal(Wording.MISSING, "Targets"));
        var sorted = new SortedTargets(name(), ZoneSetup.PREFETCH, context.faults());
        if (zoneId.equals("*")) {
            sortOverZones(sorted, targets);
        } else {
            sort(sorted, zones.existing(zoneId), targets);
        }
        return sorted.reply(sorted.taken().isEmpty() ? "" : accept(sorted, how, context));
    }

    private static List<PrefetchSource.Field> headers(Parameters parameters) throws ApiRefusal {
        List<PrefetchSource.Field> headers = new ArrayList<>();
        for (Map<String, String> header : parameters.textObjects("Headers")) {
            String name = header.getOrDefault("Name", "");
            String value = header.getOrDefault("Value", "");
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                    || value.chars().anyMatch(Character::isISOControl)) {
                throw new ApiRefusal(Wording.PARAMETER, "Headers " + name);
            }
            headers.add(new PrefetchSource.Field(name, value));
        }
        return headers;
    }

    private void sortOverZones(SortedTargets sorted, List<String> targets) throws ApiRefusal {
        Map<ZoneSetup, List<String>> byZone = new LinkedHashMap<>();
        for (String target : targets) {
            Optional<ZoneSetup> zone = zones.ofHost(TargetCheck.hostOf(sorted.type(), target));
            if (zone.isPresent()) {
                byZone.computeIfAbsent(zone.get(), z -> new ArrayList<>()).add(target);
            } else {
                sorted.fail("domain not valid", target);
            }
        }
        for (var entry : byZone.entrySet()) {
            sort(sorted, entry.getKey(), entry.getValue());
        }
    }

    private static void sort(SortedTargets sorted, ZoneSetup zone, List<String> targets)
            throws ApiRefusal {
        if (zone.locked()) {
            throw new ApiRefusal(Wording.ZONE_LOCKED, zone.zoneId());
        }
        // There is no code for a plan without prefetch: it takes no target at all.
        long batch = zone.quota(sorted.type()).map(QuotaSetup::batch).orElse(0L);
        if (targets.size() > batch) {
            throw new ApiRefusal(Wording.BATCH_QUOTA, targets.size(), batch);
        }
        for (String target : targets) {
            Optional<String> reason = TargetCheck.reason(sorted.type(), target, zone::covers);
            if (reason.isPresent()) {
                sorted.fail(reason.get(), target);
            } else {
                sorted.take(zone, target, List.of());
            }
        }
    }

    private String accept(SortedTargets sorted, How how, Context context) throws ApiRefusal {
        String ticket = UUID.randomUUID().toString();
        List<JobLedger.Order> orders = new ArrayList<>();
        for (Map.Entry<ZoneSetup, Set<String>> zone : sorted.taken().entrySet()) {
            List<String> targets = List.copyOf(zone.getValue());
            orders.add(
                    order(
                            zone.getKey(),
                            targets,
                            sorted.fates(targets.size()),
                            how,
                            ticket + " " + zone.getKey().zoneId(),
                            context));
        }
        try {
            Duration visible = context.faults().plan().visibility().orElse(options.visibilityLag());
            return ledger.accept(orders, context.now(), visible, options.processing())
                    .getFirst()
                    .jobId();
        } catch (ApiRefusal refusal) {
            orders.stream()
                    .map(JobLedger.Order::prefetch)
                    .forEach(work -> source.forget(work == null ? "" : work.ticket()));
            throw refusal;
        }
    }

    /** Asks the origin for every target: what it answers decides how the row will end. */
    private JobLedger.Order order(
            ZoneSetup zone,
            List<String> targets,
            Map<Integer, RowFate> struck,
            How how,
            String ticket,
            Context context) {
        String quota = how.edge() ? JobLedger.EDGE_PREFETCH : ZoneSetup.PREFETCH;
        long daily =
                how.edge()
                        ? PrefetchWork.EDGE_DAILY
                        : zone.quota(ZoneSetup.PREFETCH).map(QuotaSetup::daily).orElse(0L);
        long left = daily - ledger.usedToday(zone.zoneId(), quota, context.now()) - targets.size();
        var segments = new MediaSegments(source, how.headers(), zone::covers, Math.max(0, left));
        Map<Integer, RowFate> fates = new HashMap<>();
        for (int row = 0; row < targets.size(); row++) {
            String target = targets.get(row);
            UrlParts url = UrlParts.of(target).orElseThrow();
            var into = new PrefetchSource.For(ticket, row, context.now());
            try {
                PrefetchSource.Answer answer = source.fetch(into, url, how.headers());
                if (!answer.isSuccess()) {
                    fates.put(row, RowFate.INVALID);
                } else if (how.segments()) {
                    segments.fetch(into, target, answer.playlist());
                }
            } catch (IOException e) {
                fates.put(row, RowFate.of("failed:originPullFailed"));
            }
        }
        fates.putAll(struck);
        return new JobLedger.Order(
                zone.zoneId(),
                ZoneSetup.PREFETCH,
                "",
                targets,
                List.of(),
                fates,
                daily,
                new PrefetchWork(how.edge(), segments.fetched(), ticket));
    }
}
