package edgeone.purge.model;

/**
 * An EdgeOne site.
 *
 * @param zoneId {@code zone-…}, never empty
 * @param zoneName may be empty (access without a domain)
 * @param alias distinguishes zones with the same name; may be empty
 * @param area {@code global}, {@code mainland}, {@code overseas}, or empty
 * @param status the display status ({@code active}, {@code inactive}, {@code paused}), or empty
 * @param locked whether EdgeOne reports the zone as locked or migrating
 * @param plan the plan it is bound to, as EdgeOne identifies it; empty if unknown
 */
public record Zone(
        String zoneId,
        String zoneName,
        String alias,
        String area,
        String status,
        boolean locked,
        String plan) {

    /** A zone whose plan is not known. */
    public Zone(
            String zoneId,
            String zoneName,
            String alias,
            String area,
            String status,
            boolean locked) {
        this(zoneId, zoneName, alias, area, status, locked, "");
    }

    /** The name to show for the zone: its name, or its ID if it has none. */
    public String label() {
        return zoneName.isEmpty() ? zoneId : zoneName;
    }
}
