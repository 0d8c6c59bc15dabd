package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.messages.Messages;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.desk.TeamStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Output that the team commands share. */
final class TeamTexts {
    private TeamTexts() {}

    /** Shows the state; returns the exit code that goes with it. */
    static int show(TeamStatus status, Output output) {
        TeamTrouble trouble = status.trouble();
        if (output.isJson()) {
            output.json(json(status, output.messages()));
        } else if (!status.isConfigured()) {
            output.text("cli.team.none");
        } else {
            output.table(
                    List.of("column.setting", "column.value"), rows(status, output.messages()));
        }
        if (trouble != null) {
            output.noteLine(trouble.text(output.messages()));
        }
        return trouble == null || trouble.isWarning() ? ExitCodes.OK : ExitCodes.of(trouble);
    }

    private static List<List<String>> rows(TeamStatus status, Messages messages) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("url", String.valueOf(status.url())));
        rows.add(
                List.of(
                        "reachable",
                        messages.text(status.reachable() ? "cli.team.yes" : "cli.team.no")));
        rows.add(List.of("machine", Objects.requireNonNullElse(status.machine(), "")));
        rows.add(List.of("pending", String.valueOf(status.pending())));
        rows.add(List.of("published", String.valueOf(status.published())));
        rows.add(List.of("schema", text(status.schema())));
        rows.add(List.of("releaseMinutes", text(status.releaseMinutes())));
        return rows;
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static Map<String, Object> json(TeamStatus status, Messages messages) {
        TeamTrouble trouble = status.trouble();
        return new Fields()
                .put("configured", status.isConfigured())
                .put("url", status.url())
                .put("reachable", status.reachable())
                .put("machine", status.machine())
                .put("pending", status.pending())
                .put("published", status.published())
                .put("schema", status.schema())
                .put("releaseMinutes", status.releaseMinutes())
                .put("error", trouble == null ? null : json(trouble, messages))
                .map();
    }

    static Map<String, Object> json(TeamTrouble trouble, Messages messages) {
        return new Fields()
                .put("code", trouble.kind().code())
                .put("message", trouble.text(messages))
                .map();
    }
}
