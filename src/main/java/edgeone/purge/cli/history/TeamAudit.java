package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.team.audit.TeamReport;
import edgeone.purge.team.audit.TeamReport.Broken;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.desk.TeamDesk.Checked;

import java.util.Map;
import java.util.Objects;

/** Checks a team's history, and says what was found. */
final class TeamAudit {
    private final Output output;

    TeamAudit(Output output) {
        this.output = output;
    }

    int run(TeamDesk desk) {
        Checked checked =
                desk.verify()
                        .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.team.none"));
        TeamReport report = checked.report();
        return report == null ? told(Objects.requireNonNull(checked.trouble())) : show(report);
    }

    private int told(TeamTrouble trouble) {
        String text = trouble.text(output.messages());
        if (output.isJson()) {
            output.json(Map.of("error", Map.of("code", trouble.kind().code(), "message", text)));
        }
        output.noteLine(text);
        return ExitCodes.of(trouble);
    }

    private int show(TeamReport report) {
        Broken broken = report.broken();
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("machines", report.machines())
                            .put("entries", report.entries())
                            .put("incomplete", report.incomplete())
                            .put("intact", broken == null)
                            .put("firstBroken", broken == null ? null : json(broken))
                            .map());
        } else if (broken == null) {
            output.text("cli.audit.team.intact", report.machines(), report.entries());
        } else {
            switch (broken) {
                case Broken.Entry(String machine, long n) ->
                        output.text("cli.audit.team.entry", VisibleText.of(machine), n);
                case Broken.Job(String machine, String id) ->
                        output.text(
                                "cli.audit.team.job", VisibleText.of(machine), VisibleText.of(id));
            }
        }
        if (report.incomplete() > 0) {
            output.note("cli.audit.team.incomplete", report.incomplete());
        }
        return broken == null ? ExitCodes.OK : ExitCodes.SOME_FAILED;
    }

    private static Map<String, Object> json(Broken broken) {
        return switch (broken) {
            case Broken.Entry(String machine, long n) -> Map.of("machine", machine, "entry", n);
            case Broken.Job(String machine, String id) -> Map.of("machine", machine, "job", id);
        };
    }
}
