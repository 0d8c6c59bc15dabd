package edgeone.purge.engine.zones;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.zones.ZoneSplit.Share;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Excerpt;
import edgeone.purge.targets.HostedLine;
import edgeone.purge.targets.HostedLine.Part;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.RewriteKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts lines by the zone their host belongs to. */
public final class ZoneSorter {
    private final HostIndex index;
    private final Map<Zone, ZoneFacts> facts = new HashMap<>();
    private final Map<String, List<Zone>> known = new HashMap<>();
    private final Map<Zone, Lines> shares = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rewrite> divided = new ArrayList<>();
    private int refused;

    private ZoneSorter(List<ZoneFacts> zones) {
        index = new HostIndex(zones);
        zones.forEach(zone -> facts.put(zone.zone(), zone));
    }

    /**
     * Sorts. A host of no zone, and one of several, is a problem.
     *
     * @param zones every zone that may have a host of the lines
     */
    public static ZoneSplit sort(List<HostedLine> lines, List<ZoneFacts> zones) {
        ZoneSorter sorter = new ZoneSorter(zones);
        lines.forEach(sorter::add);
        return sorter.split();
    }

    /** The hosts that the lines name, each once. */
    public static Set<String> hosts(List<HostedLine> lines) {
        Set<String> hosts = new LinkedHashSet<>();
        for (HostedLine line : lines) {
            for (Part part : line.parts()) {
                if (part instanceof Part.Hosted hosted) {
                    hosts.add(hosted.host());
                }
            }
        }
        return hosts;
    }

    private void add(HostedLine line) {
        @Nullable Zone shared = zoneOfAll(line);
        if (shared != null) {
            give(shared, line.number(), line.text());
            return;
        }
        for (Part part : line.parts()) {
            switch (part) {
                case Part.Unfit(Problem problem) -> refuse(problem);
                case Part.Hosted hosted -> add(line, hosted);
            }
        }
    }

    private void add(HostedLine line, Part.Hosted part) {
        List<Zone> zones = zonesOf(part.host());
        if (zones.size() == 1) {
            give(zones.getFirst(), line.number(), part.text());
            divided.add(
                    new Rewrite(
                            line.number(), line.text(), part.text(), Set.of(RewriteKind.SPLIT)));
        } else {
            refuse(problem(line.number(), part, zones));
        }
    }

    /** The zone that has all hosts of the line; null where there is no such zone. */
    private @Nullable Zone zoneOfAll(HostedLine line) {
        @Nullable Zone shared = null;
        for (Part part : line.parts()) {
            if (!(part instanceof Part.Hosted hosted)) {
                return null;
            }
            List<Zone> zones = zonesOf(hosted.host());
            if (zones.size() != 1 || (shared != null && !shared.equals(zones.getFirst()))) {
                return null;
            }
            shared = zones.getFirst();
        }
        return shared;
    }

    private List<Zone> zonesOf(String host) {
        return known.computeIfAbsent(host, index::zonesOf);
    }

    private void give(Zone zone, int number, String text) {
        shares.computeIfAbsent(zone, _ -> new Lines()).add(number, text);
    }

    private void refuse(Problem problem) {
        refused++;
        if (problems.size() < TargetList.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    private static Problem problem(int number, Part.Hosted part, List<Zone> zones) {
        String host = part.host();
        boolean none = zones.isEmpty();
        return new Problem(
                number,
                Excerpt.of(part.text()),
                none ? ProblemKind.HOST_OF_NO_ZONE : ProblemKind.HOST_OF_SEVERAL_ZONES,
                none ? host : host + ": " + named(zones),
                List.of());
    }

    private static String named(List<Zone> zones) {
        return zones.stream()
                .map(zone -> zone.label() + " (" + distinction(zone) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String distinction(Zone zone) {
        return zone.alias().isEmpty() ? zone.zoneId() : zone.alias() + ", " + zone.zoneId();
    }

    private ZoneSplit split() {
        List<Share> sorted = new ArrayList<>();
        shares.forEach(
                (zone, lines) -> {
                    ZoneFacts of = facts.get(zone);
                    if (of != null) {
                        sorted.add(new Share(of, lines.lines()));
                    }
                });
        return new ZoneSplit(sorted, problems, refused, divided);
    }

    /** Lines of one zone, as they come. */
    private static final class Lines {
        private final List<String> texts = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();

        void add(int number, String text) {
            texts.add(text);
            numbers.add(number);
        }

        TargetLines lines() {
            return TargetLines.of(texts, numbers.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
