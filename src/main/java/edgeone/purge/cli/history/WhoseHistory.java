package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.Job;

import picocli.CommandLine.Option;

import java.util.Map;

/** Whether to read this machine's history or the team's. */
final class WhoseHistory {
    @Option(names = "--everyone", description = "${bundle:help.everyone}")
    private boolean everyone;

    boolean isEveryones() {
        return everyone;
    }

    /** The history to read. */
    JobHistory of(Workplace workplace) {
        return everyone
                ? workplace
                        .everyone()
                        .orElseThrow(
                                () -> new CommandFailure(ExitCodes.REFUSED, "cli.everyone.none"))
                : workplace.history();
    }

    /** Adds to JSON who submitted a job, and on which machine, where more than one did. */
    void tell(Job job, Map<String, Object> json) {
        String person = job.provenance().user();
        if (everyone && person != null) {
            json.put("person", person);
        }
        String machine = job.provenance().host();
        if (everyone && machine != null) {
            json.put("machine", machine);
        }
    }
}
