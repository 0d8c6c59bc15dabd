package edgeone.purge.emulator.api.state;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Wording;

import java.util.List;
import java.util.Optional;

/** The zones of the account. */
public record Zones(List<ZoneSetup> all) {
    public Zones {
        all = List.copyOf(all);
    }

    /** The zone of an id, or a refusal. */
    public ZoneSetup existing(String zoneId) throws ApiRefusal {
        return find(zoneId).orElseThrow(() -> new ApiRefusal(Wording.ZONE_NOT_FOUND, zoneId));
    }

    public Optional<ZoneSetup> find(String zoneId) {
        return all.stream().filter(z -> z.zoneId().equals(zoneId)).findFirst();
    }

    /** The zone that covers a host. */
    public Optional<ZoneSetup> ofHost(String host) {
        return all.stream().filter(z -> z.covers(host)).findFirst();
    }
}
