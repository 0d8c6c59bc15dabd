package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@Command(name = "targets", description = "${bundle:help.targets}")
public final class TargetsCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    @Option(names = "--state", paramLabel = "S", description = "${bundle:help.targets.state}")
    private @Nullable String state;

    @Mixin private WhoseHistory whose = new WhoseHistory();

    public TargetsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        states();
    }

    private List<TargetState> states() {
        String wanted = state;
        if (wanted == null) {
            return List.of();
        }
        return List.of(
                TargetState.ofLabel(wanted)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED,
                                                "cli.state",
                                                wanted,
                                                Arrays.stream(TargetState.values())
                                                        .map(TargetState::label)
                                                        .collect(Collectors.joining(", ")))));
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        JobHistory history = whose.of(workplace);
        JobSummary summary =
                history.job(job)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB"));
        List<TargetRow> rows =
                history.targets(job, TargetFilter.of(Set.copyOf(states())), 0, Integer.MAX_VALUE);
        boolean verified = history.verification(job).isPresent();
        if (output.isJson()) {
            VerifiedRows known = new VerifiedRows(history, job, verified, output.messages());
            output.json(
                    Map.of(
                            "targets",
                            rows.stream()
                                    .map(
                                            row -> {
                                                Map<String, Object> json = known.json(row);
                                                whose.tell(summary.job(), json);
                                                return json;
                                            })
                                    .toList()));
        } else if (verified) {
            VerifiedRows known = new VerifiedRows(history, job, true, output.messages());
            output.table(
                    List.of("column.state", "column.verdict", "column.target", "column.reason"),
                    rows.stream().map(known::cells).toList());
        } else {
            output.table(
                    List.of("column.state", "column.target", "column.reason"),
                    rows.stream()
                            .map(
                                    r ->
                                            List.of(
                                                    r.state().label(),
                                                    r.target(),
                                                    r.reason() == null ? "" : r.reason()))
                            .toList());
        }
        return ExitCodes.OK;
    }
}
