package edgeone.purge.ui.kit;

import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.TargetCounts;

import java.time.Duration;

/** What the window says of jobs. */
public final class JobTexts {
    private final Formats formats;
    private final Words words;

    public JobTexts(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
    }

    public Words words() {
        return words;
    }

    /** {@code 3 of 1,240 failed}, {@code Running 62 %}, {@code Succeeded}. */
    public String state(JobSummary job) {
        TargetCounts counts = job.targets();
        if (job.state() == JobState.PARTLY_FAILED) {
            return formats.text("window.job.someFailed", counts.notPurged(), counts.total());
        }
        if (job.state() == JobState.RUNNING && counts.total() > 0) {
            return formats.text(
                    job.resumable() ? "window.job.leftAt" : "window.job.runningAt",
                    100L * counts.settled() / counts.total());
        }
        return words.job(job.state());
    }

    /** The account; of a job that was not submitted from here, that. */
    public String account(JobSummary job) {
        return isForeign(job) ? formats.text("window.origin.elsewhere") : job.job().account();
    }

    /** The same, with the account that read a job of somebody else. */
    public String accountInFull(JobSummary job) {
        return isForeign(job)
                ? formats.text("window.job.readWith", job.job().account())
                : job.job().account();
    }

    /** Whether somebody else submitted it. */
    public static boolean isForeign(JobSummary job) {
        return job.job().provenance().origin() == Origin.ELSEWHERE;
    }

    public String zone(JobSummary job) {
        return job.job().zoneName().isEmpty() ? job.job().zoneId() : job.job().zoneName();
    }

    /** How long it took, or has been taking. */
    public String took(JobSummary job) {
        if (job.endedAt() != null) {
            return formats.duration(Duration.between(job.job().createdAt(), job.endedAt()));
        }
        return "–";
    }

    /** What became of the targets, in one line. */
    public String headline(TargetCounts counts) {
        StringBuilder line = new StringBuilder();
        add(line, "window.count.succeeded", counts.succeeded());
        add(line, "window.count.failed", counts.failed());
        add(line, "window.count.rejected", counts.rejected());
        add(line, "window.count.accepted", counts.accepted());
        add(line, "window.count.unknown", counts.unknown());
        add(line, "window.count.pending", counts.pending());
        add(line, "window.count.canceled", counts.canceled());
        return line.toString();
    }

    private void add(StringBuilder line, String key, int count) {
        if (count > 0) {
            line.append(line.isEmpty() ? "" : ", ").append(formats.text(key, count));
        }
    }
}
