package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the zone the user means. */
final class ZoneChoice {
    private static final Pattern ID = Pattern.compile("zone-[0-9a-z]+");

    private ZoneChoice() {}

    /**
     * The zone with this ID, or the only one with this name or alias. If EdgeOne refuses to list
     * zones, an ID is used unchecked.
     */
    static Zone choose(PurgeEngine engine, Connection connection, String text, Output output)
            throws TeoException, InterruptedException {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.equals("*")) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.zone.one");
        }
        List<Zone> zones;
        try {
            zones = engine.zones(connection);
        } catch (RefusedException e) {
            if (ExitCodes.of(e) == ExitCodes.UNREACHABLE
                    || !listingIsDenied(e)
                    || !ID.matcher(wanted).matches()) {
                throw e;
            }
            output.note("cli.zone.not-listed", wanted, e.code());
            return new Zone(wanted, "", "", "", "", false);
        }
        return choose(zones, wanted);
    }

    /** Whether the key may still be allowed to do other things. */
    private static boolean listingIsDenied(RefusedException e) {
        return switch (e.errorClass()) {
            case PERMISSION, INPUT, ZONE -> true;
            case AUTH, CLOCK, QUOTA, THROTTLE, SERVER, NETWORK, UNREADABLE -> false;
        };
    }

    static Zone choose(List<Zone> zones, String wanted) {
        for (Zone zone : zones) {
            if (zone.zoneId().equals(wanted)) {
                return zone;
            }
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<Zone> named =
                zones.stream()
                        .filter(
                                z ->
                                        z.zoneName().toLowerCase(Locale.ROOT).equals(lower)
                                                || z.alias().equals(wanted))
                        .toList();
        return switch (named.size()) {
            case 0 -> throw new CommandFailure(ExitCodes.REFUSED, "cli.zone.none", wanted);
            case 1 -> named.getFirst();
            default ->
                    throw new CommandFailure(
                            ExitCodes.REFUSED,
                            "cli.zone.several",
                            wanted,
                            named.stream()
                                    .map(
                                            z ->
                                                    z.alias().isEmpty()
                                                            ? z.zoneId()
                                                            : z.zoneId() + " (" + z.alias() + ")")
                                    .collect(Collectors.joining(", ")));
        };
    }
}
