package edgeone.purge.targets;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A line, read for the hosts of its targets before anybody knows the zone.
 *
 * @param number from 1
 * @param text trimmed, never empty
 * @param parts one, unless the line holds several addresses and may be split
 */
public record HostedLine(int number, String text, List<Part> parts) {
    public HostedLine {
        parts = List.copyOf(parts);
    }

    /** One address of a line. */
    public sealed interface Part {
        /**
         * A target.
         *
         * @param text as it is to be read again once the zone is known
         * @param host in lower case, in Punycode where it is not ASCII
         */
        record Hosted(String text, String host) implements Part {}

        /** What can be sent to no zone. */
        record Unfit(Problem problem) implements Part {}
    }

    /** Whether a target of this type names the host it belongs to. */
    public static boolean hasHost(PurgeType type) {
        return switch (type) {
            case URL, PREFIX, HOST, PREFETCH -> true;
            case CACHE_TAG, ALL -> false;
        };
    }

    /**
     * Reads lines; blank ones are left out.
     *
     * @param takesFixes see {@link Cleaning#takesFixes()}
     * @throws IllegalArgumentException for a type whose targets have no host
     */
    public static List<HostedLine> read(PurgeType type, TargetLines lines, boolean takesFixes) {
        if (!hasHost(type)) {
            throw new IllegalArgumentException("targets of " + type + " name no host");
        }
        LineReader reader = new LineReader(type, new ZoneHosts.Unchecked());
        List<HostedLine> read = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            int number = lines.number(i);
            String line = reader.trim(lines.text(i));
            if (!line.isEmpty()) {
                List<Reading> readings = reader.read(line, takesFixes);
                boolean whole = readings.size() == 1;
                read.add(
                        new HostedLine(
                                number,
                                line,
                                readings.stream()
                                        .map(r -> part(type, number, line, whole, r))
                                        .toList()));
            }
        }
        return read;
    }

    private static Part part(
            PurgeType type, int number, String line, boolean whole, Reading reading) {
        return switch (reading) {
            case Refused refused -> new Part.Unfit(TargetReader.problem(number, line, refused));
            case Sent sent ->
                    new Part.Hosted(
                            whole ? line : sent.steps().getFirst().after(),
                            type == PurgeType.HOST ? sent.text() : host(sent.text()));
        };
    }

    private static String host(String address) {
        int start = address.indexOf("://") + "://".length();
        return address.substring(start, UrlLine.firstOf(address, ":/?#", start));
    }
}
