package edgeone.purge.ui.notice;

import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

/** What is said of a job that ended. */
final class JobEndTexts {
    private final Formats formats;
    private final Words words;

    JobEndTexts(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
    }

    /** {@code example.com: purge done} */
    String title(JobEnd end) {
        JobSummary summary = end.summary();
        if (summary == null) {
            return formats.text("actions.notice.title.BROKEN");
        }
        String zone = summary.job().zoneName();
        return formats.text(
                "actions.notice.title." + summary.state().name(),
                zone.isEmpty() ? summary.job().zoneId() : zone);
    }

    /** {@code 1,240 URLs in 0:42}, {@code 3 of 1,240 URLs not purged}. */
    String text(JobEnd end) {
        JobSummary summary = end.summary();
        if (summary == null) {
            return formats.text("actions.notice.broken");
        }
        TargetCounts counts = summary.targets();
        String targets = words.targets(summary.job().type(), counts.total());
        return switch (summary.state()) {
            case SUCCEEDED ->
                    formats.text("actions.notice.succeeded", targets, formats.duration(end.took()));
            case FAILED, PARTLY_FAILED ->
                    formats.text(
                            "actions.notice.failed", formats.count(counts.notPurged()), targets);
            case RUNNING, UNKNOWN, CANCELED ->
                    formats.text(
                            "actions.notice.other", targets, formats.count(counts.succeeded()));
        };
    }

    /** Style class of what shows it. */
    static String tone(JobEnd end) {
        JobSummary summary = end.summary();
        return Words.tone(summary == null ? JobState.UNKNOWN : summary.state());
    }
}
