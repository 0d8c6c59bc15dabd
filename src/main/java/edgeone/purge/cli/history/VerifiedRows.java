package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.probe.ProbeJson;
import edgeone.purge.engine.text.VerdictText;
import edgeone.purge.history.JobHistory;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.VerifiedTarget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets of a job, with what was verified of them. */
final class VerifiedRows {
    private static final VerifiedTarget NOTHING = new VerifiedTarget(null, List.of(), List.of());

    private final Map<Integer, VerifiedTarget> known;
    private final Messages messages;

    /**
     * @param verified whether there is anything to know
     */
    VerifiedRows(JobHistory history, String job, boolean verified, Messages messages) {
        known = verified ? history.verified(job, 1, Integer.MAX_VALUE) : Map.of();
        this.messages = messages;
    }

    Map<String, Object> json(TargetRow row) {
        Map<String, Object> json = new LinkedHashMap<>(JobJson.target(row));
        VerifiedTarget target = known.getOrDefault(row.position(), NOTHING);
        Verdict verdict = target.verdict();
        if (verdict != null) {
            json.put("verdict", verdict.kind().label());
            if (verdict.reason() != null) {
                json.put("verdictReason", verdict.reason().label());
            }
            json.put("verdictText", new VerdictText(messages).of(verdict));
        }
        ProbeJson probes = new ProbeJson(messages);
        if (!target.before().isEmpty()) {
            json.put("before", target.before().stream().map(probes::of).toList());
        }
        if (!target.after().isEmpty()) {
            json.put("after", target.after().stream().map(probes::of).toList());
        }
        return json;
    }

    List<String> cells(TargetRow row) {
        Verdict verdict = known.getOrDefault(row.position(), NOTHING).verdict();
        String reason = row.reason() == null ? "" : row.reason();
        return List.of(
                row.state().label(),
                verdict == null ? "" : verdict.kind().label(),
                row.target(),
                verdict == null ? reason : new VerdictText(messages).of(verdict));
    }
}
