package edgeone.purge.targets.intake.finding;

import edgeone.purge.targets.TargetLines;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found in a text, and what was left out. */
public final class Findings {
    /** How many of what was left out are kept; all are counted. */
    public static final int SAMPLE = 1_000;

    private final Format format;
    private final TargetLines lines;
    private final Map<Why, Integer> counts;
    private final List<LeftOut> sample;
    private final Map<Offer, List<String>> offers;
    private final int assumed;

    public Findings(
            Format format,
            TargetLines lines,
            Map<Why, Integer> counts,
            List<LeftOut> sample,
            Map<Offer, List<String>> offers,
            int assumed) {
        this.format = format;
        this.lines = lines;
        this.counts = new EnumMap<>(Why.class);
        this.counts.putAll(counts);
        this.sample = List.copyOf(sample);
        this.offers = new EnumMap<>(Offer.class);
        offers.forEach((offer, found) -> this.offers.put(offer, List.copyOf(found)));
        this.assumed = assumed;
    }

    /** What the text was read as. */
    public Format format() {
        return format;
    }

    /** The addresses, each with the line it stands on. */
    public TargetLines lines() {
        return lines;
    }

    /** How many addresses were taken. */
    public int found() {
        return lines.size();
    }

    /** How much was left out. */
    public int leftOut() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How much was left out for each reason. */
    public Map<Why, Integer> reasons() {
        return Map.copyOf(counts);
    }

    /** The first {@value #SAMPLE} of what was left out, in order. */
    public List<LeftOut> sample() {
        return sample;
    }

    /** Addresses that are not taken by themselves. */
    public Map<Offer, List<String>> offers() {
        return Map.copyOf(offers);
    }

    /** For how many addresses no scheme was told, so that {@code https} was taken. */
    public int assumedHttps() {
        return assumed;
    }
}
