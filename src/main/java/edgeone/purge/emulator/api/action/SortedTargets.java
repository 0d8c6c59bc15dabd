package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.QuotaSetup;
import edgeone.purge.emulator.api.state.RowFate;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.faults.FaultDice;
import edgeone.purge.emulator.faults.FaultKind;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The targets of a request, sorted into jobs by zone and failures by reason. */
final class SortedTargets {
    private final String action;
    private final String type;
    private final FaultDice faults;
    private final Map<String, Set<String>> failed = new LinkedHashMap<>();
    private final Map<ZoneSetup, Set<String>> taken = new LinkedHashMap<>();
    private final Map<ZoneSetup, List<String>> domains = new HashMap<>();

    SortedTargets(String action, String type, FaultDice faults) {
        this.action = action;
        this.type = type;
        this.faults = faults;
    }

    String type() {
        return type;
    }

    void fail(String reason, String target) {
        failed.computeIfAbsent(reason, k -> new LinkedHashSet<>()).add(target);
    }

    void take(ZoneSetup zone, String target, List<String> tagDomains) {
        var fault = faults.at(FaultKind.Stage.TARGET, action);
        if (fault.isPresent()) {
            fail(fault.get().value(), target);
            return;
        }
        taken.computeIfAbsent(zone, k -> new LinkedHashSet<>()).add(target);
        domains.put(zone, tagDomains);
    }

    /** What was taken, by zone. */
    Map<ZoneSetup, Set<String>> taken() {
        return taken;
    }

    /** What was taken, as purges. */
    List<JobLedger.Order> orders(String method) {
        List<JobLedger.Order> orders = new ArrayList<>();
        taken.forEach(
                (zone, targets) ->
                        orders.add(
                                new JobLedger.Order(
                                        zone.zoneId(),
                                        type,
                                        method,
                                        List.copyOf(targets),
                                        domains.getOrDefault(zone, List.of()),
                                        fates(targets.size()),
                                        zone.quota(type).map(QuotaSetup::daily).orElse(0L))));
        return orders;
    }

    /** How rows end that faults strike. */
    Map<Integer, RowFate> fates(int rows) {
        Map<Integer, RowFate> fates = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            int at = row;
            faults.at(FaultKind.Stage.ROW, action)
                    .ifPresent(rule -> fates.put(at, RowFate.of(rule.value())));
        }
        return fates;
    }

    /**
     * The reply.
     *
     * @param jobId empty if nothing was taken
     */
    ObjectNode reply(String jobId) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("JobId", jobId);
        var list = node.putArray("FailedList");
        failed.forEach(
                (reason, targets) -> {
                    var entry = list.addObject();
                    entry.put("Reason", reason);
                    var array = entry.putArray("Targets");
                    targets.forEach(array::add);
                });
        return node;
    }
}
