package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.QuotaSetup;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ObjectNode;

/** Reports what a zone may still purge and prefetch today. */
public final class DescribeContentQuota implements Action {
    private final Zones zones;
    private final JobLedger ledger;

    public DescribeContentQuota(Zones zones, JobLedger ledger) {
        this.zones = zones;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "DescribeContentQuota";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        ZoneSetup zone = zones.existing(parameters.required("ZoneId"));
        ObjectNode reply = Json.MAPPER.createObjectNode();
        var purge = reply.putArray("PurgeQuota");
        var prefetch = reply.putArray("PrefetchQuota");
        for (QuotaSetup quota : zone.quotas()) {
            long used = ledger.usedToday(zone.zoneId(), quota.type(), context.now());
            (quota.type().equals(ZoneSetup.PREFETCH) ? prefetch : purge)
                    .addObject()
                    .put("Batch", quota.batch())
                    .put("Daily", quota.daily())
                    .put("DailyAvailable", Math.max(0, quota.daily() - used))
                    .put("Type", quota.type());
        }
        return reply;
    }
}
