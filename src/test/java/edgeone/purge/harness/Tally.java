package edgeone.purge.harness;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The results of trials. All but the first three must stay 0.
 *
 * @param trials how many were made
 * @param strikes how many faults struck: kills, lost replies, refusals, as the scenario has it
 * @param submissions purges EdgeOne accepted
 * @param lost targets of a recorded job that EdgeOne does not have and that the journal does not
 *     name as refused, canceled, still to be sent or unknown
 * @param doubled purges EdgeOne accepted although it had already accepted some of their targets
 * @param untrue targets whose state in the journal, or whose exit code, contradicts EdgeOne: a
 *     success it did not finish, a refusal of what it accepted, a task it does not have
 * @param unrecorded targets EdgeOne accepted before the journal had their batch as sending
 * @param unresolved batches still open after everything was looked up
 * @param broken crashes, hangs, damaged journals, broken promises of the scenario
 */
record Tally(
        long trials,
        long strikes,
        long submissions,
        long lost,
        long doubled,
        long untrue,
        long unrecorded,
        long unresolved,
        long broken) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Tally ofTrial(long strikes, long submissions, Collection<Audit.Finding> findings) {
        Map<Audit.Kind, Long> by =
                findings.stream()
                        .collect(Collectors.groupingBy(Audit.Finding::kind, Collectors.counting()));
        return new Tally(
                1,
                strikes,
                submissions,
                by.getOrDefault(Audit.Kind.LOST, 0L),
                by.getOrDefault(Audit.Kind.DOUBLED, 0L),
                by.getOrDefault(Audit.Kind.FALSE, 0L),
                by.getOrDefault(Audit.Kind.UNRECORDED, 0L),
                by.getOrDefault(Audit.Kind.UNRESOLVED, 0L),
                by.getOrDefault(Audit.Kind.BROKEN, 0L));
    }

    Tally plus(Tally more) {
        return new Tally(
                trials + more.trials,
                strikes + more.strikes,
                submissions + more.submissions,
                lost + more.lost,
                doubled + more.doubled,
                untrue + more.untrue,
                unrecorded + more.unrecorded,
                unresolved + more.unresolved,
                broken + more.broken);
    }

    boolean isClean() {
        return lost + doubled + untrue + unrecorded + unresolved + broken == 0;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("trials", trials).put("strikes", strikes).put("submissions", submissions);
        json.put("lost", lost).put("doubled", doubled).put("false", untrue);
        json.put("unrecorded", unrecorded).put("unresolved", unresolved).put("broken", broken);
        return json;
    }

    static Tally of(JsonNode json) {
        return new Tally(
                json.path("trials").asLong(0),
                json.path("strikes").asLong(0),
                json.path("submissions").asLong(0),
                json.path("lost").asLong(0),
                json.path("doubled").asLong(0),
                json.path("false").asLong(0),
                json.path("unrecorded").asLong(0),
                json.path("unresolved").asLong(0),
                json.path("broken").asLong(0));
    }
}
