package edgeone.purge.cli.purge.input;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.LeftOut;
import edgeone.purge.targets.intake.finding.Why;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports what was found in a text, and what was left out. */
public final class IntakeReport {
    private IntakeReport() {}

    public static Map<String, Object> json(Findings findings, Messages messages) {
        return new Fields()
                .put("format", findings.format().label())
                .put("found", findings.found())
                .put(
                        "leftOut",
                        findings.sample().stream().map(left -> json(left, messages)).toList())
                .put("leftOutTotal", findings.leftOut())
                .put("assumedHttps", findings.assumedHttps() == 0 ? null : findings.assumedHttps())
                .map();
    }

    private static Map<String, Object> json(LeftOut left, Messages messages) {
        return new Fields()
                .put("line", left.line())
                .put("text", left.text())
                .put("why", left.why().label())
                .put("reason", messages.text(left.why().messageKey()))
                .map();
    }

    /**
     * Writes to standard error how the text was read, and how much was left out for which reason.
     */
    public static void tell(Findings findings, Output output) {
        Messages messages = output.messages();
        output.note(
                "cli.intake.read",
                new Shown(messages.text(findings.format().messageKey())),
                findings.found(),
                findings.leftOut());
        for (Map.Entry<Why, Integer> reason : new TreeMap<>(findings.reasons()).entrySet()) {
            List<LeftOut> shown =
                    findings.sample().stream().filter(l -> l.why() == reason.getKey()).toList();
            output.note(
                    "cli.intake.left",
                    reason.getValue(),
                    new Shown(messages.text(reason.getKey().messageKey())),
                    shown.isEmpty() ? 0 : shown.getFirst().line(),
                    shown.isEmpty() ? "" : shown.getFirst().text());
        }
        if (findings.assumedHttps() > 0) {
            output.note("cli.intake.assumed", findings.assumedHttps());
        }
    }
}
