package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiOptions;
import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.call.Wording;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.QuotaSetup;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts purges. */
public final class CreatePurgeTask implements Action {
    private static final String ALL = "purge_all";
    private static final String TAG = "purge_cache_tag";

    private final Zones zones;
    private final JobLedger ledger;
    private final ApiOptions options;

    public CreatePurgeTask(Zones zones, JobLedger ledger, ApiOptions options) {
        this.zones = zones;
        this.ledger = ledger;
        this.options = options;
    }

    @Override
    public String name() {
        return "CreatePurgeTask";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        String zoneId = parameters.required("ZoneId");
        String type = parameters.oneOf("Type");
        String asked = parameters.oneOf("Method");
        parameters.mayBeBoolean("EncodeUrl");
        Optional<List<String>> given = parameters.texts("Targets");
        Optional<List<String>> domains = parameters.textsIn("CacheTag", "Domains");
        List<String> targets = targets(zoneId, type, given);
        if (type.equals(TAG) && domains.isEmpty() && !options.cacheTagMayBeMissing()) {
            throw new ApiRefusal(Wording.MISSING, "CacheTag");
        }
        boolean fixed = type.equals("purge_url") || type.equals(TAG);
        var sorted = new SortedTargets(name(), type, context.faults());
        if (zoneId.equals("*")) {
            sortOverZones(sorted, targets, domains.orElse(List.of()));
        } else {
            sort(sorted, zones.existing(zoneId), targets, domains.orElse(List.of()));
        }
        List<JobLedger.Order> orders = sorted.orders(fixed ? "delete" : asked);
        return sorted.reply(orders.isEmpty() ? "" : accept(orders, context));
    }

    private static List<String> targets(String zoneId, String type, Optional<List<String>> given)
            throws ApiRefusal {
        if (!type.equals(ALL)) {
            return given.orElseThrow(() -> new ApiRefusal(Wording.MISSING, "Targets"));
        }
        if (given.isPresent()) {
            throw new ApiRefusal(Wording.PARAMETER, "purge_all takes no Targets");
        }
        if (zoneId.equals("*")) {
            throw new ApiRefusal(Wording.PARAMETER, "ZoneId * is not allowed with purge_all");
        }
        return List.of();
    }

    private void sort(
            SortedTargets sorted, ZoneSetup zone, List<String> targets, List<String> domains)
            throws ApiRefusal {
        checkZone(zone, sorted.type(), targets.size());
        for (String domain : domains) {
            if (!zone.covers(domain)) {
                throw new ApiRefusal(Wording.DOMAIN_NOT_FOUND, domain);
            }
        }
        if (sorted.type().equals(ALL)) {
            sorted.take(zone, zone.name(), List.of());
        }
        for (String target : targets) {
            Optional<String> reason = TargetCheck.reason(sorted.type(), target, zone::covers);
            if (reason.isPresent()) {
                sorted.fail(reason.get(), target);
            } else {
                sorted.take(zone, target, domains);
            }
        }
    }

    /** Zone {@code *}: each target goes to the zone of its host, a tag to those of its domains. */
    private void sortOverZones(SortedTargets sorted, List<String> targets, List<String> domains)
            throws ApiRefusal {
        Map<ZoneSetup, List<String>> byZone = new LinkedHashMap<>();
        if (sorted.type().equals(TAG)) {
            if (domains.isEmpty()) {
                throw new ApiRefusal(Wording.PARAMETER, "ZoneId * needs CacheTag.Domains");
            }
            Map<ZoneSetup, List<String>> domainsOf = new LinkedHashMap<>();
            for (String domain : domains) {
                ZoneSetup zone =
                        zones.ofHost(domain)
                                .orElseThrow(
                                        () -> new ApiRefusal(Wording.DOMAIN_NOT_FOUND, domain));
                domainsOf.computeIfAbsent(zone, z -> new ArrayList<>()).add(domain);
            }
            for (var entry : domainsOf.entrySet()) {
                sort(sorted, entry.getKey(), targets, entry.getValue());
            }
            return;
        }
        for (String target : targets) {
            Optional<ZoneSetup> zone = zones.ofHost(TargetCheck.hostOf(sorted.type(), target));
            if (zone.isPresent()) {
                byZone.computeIfAbsent(zone.get(), z -> new ArrayList<>()).add(target);
            } else {
                sorted.fail("domain not valid", target);
            }
        }
        for (var entry : byZone.entrySet()) {
            sort(sorted, entry.getKey(), entry.getValue(), List.of());
        }
    }

    private static void checkZone(ZoneSetup zone, String type, int targets) throws ApiRefusal {
        if (zone.locked()) {
            throw new ApiRefusal(Wording.ZONE_LOCKED, zone.zoneId());
        }
        QuotaSetup quota = zone.quota(type).orElseThrow(() -> new ApiRefusal(Wording.PACK, type));
        if (targets > quota.batch()) {
            throw new ApiRefusal(Wording.BATCH_QUOTA, targets, quota.batch());
        }
    }

    private String accept(List<JobLedger.Order> orders, Context context) throws ApiRefusal {
        Duration visible = context.faults().plan().visibility().orElse(options.visibilityLag());
        List<AcceptedJob> jobs =
                ledger.accept(orders, context.now(), visible, options.processing());
        return jobs.getFirst().jobId();
    }
}
