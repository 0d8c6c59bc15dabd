package edgeone.purge.targets.intake;

import edgeone.purge.targets.Excerpt;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.intake.UnreadableException.Reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gathers what a reader finds. */
final class Collector {
    /** The most addresses; many times what EdgeOne takes in a day. */
    static final int MOST = 2_000_000;

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private final List<String> addresses = new ArrayList<>();
    private int[] lines = new int[1_024];
    private final Map<Why, Integer> counts = new EnumMap<>(Why.class);
    private final List<LeftOut> sample = new ArrayList<>();
    private final Map<Offer, List<String>> offers = new EnumMap<>(Offer.class);
    private int offered;
    private int assumed;

    void take(int line, String address) throws UnreadableException {
        if (addresses.size() >= MOST) {
            throw new UnreadableException(Reason.TOO_MANY);
        }
        if (addresses.size() == lines.length) {
            lines = Arrays.copyOf(lines, lines.length * 2);
        }
        lines[addresses.size()] = line;
        addresses.add(address);
    }

    void leave(int line, String text, Why why) {
        counts.merge(why, 1, Integer::sum);
        if (sample.size() < Findings.SAMPLE) {
            // A password that was pasted along must not be shown.
            String shown = USER_INFO.matcher(text).replaceAll("//…@");
            sample.add(new LeftOut(line, Excerpt.of(shown), why));
        }
    }

    /** Leaves out an address that the user may want. */
    void offer(int line, String address, Offer offer, Why why) throws UnreadableException {
        if (++offered > MOST) {
            throw new UnreadableException(Reason.TOO_MANY);
        }
        offers.computeIfAbsent(offer, _ -> new ArrayList<>()).add(address);
        leave(line, address, why);
    }

    /** One address was completed with {@code https}, because nothing says its scheme. */
    void assumed() {
        assumed++;
    }

    /**
     * Everything that was found.
     *
     * @throws UnreadableException if there are only paths and no base
     */
    Findings finish(Format format) throws UnreadableException {
        boolean pathsOnly =
                addresses.isEmpty() && offers.isEmpty() && counts.containsKey(Why.NO_BASE);
        if (pathsOnly) {
            throw new UnreadableException(Reason.NO_BASE);
        }
        return new Findings(
                format,
                TargetLines.of(addresses, Arrays.copyOf(lines, addresses.size())),
                counts,
                sample,
                offers,
                assumed);
    }
}
