package edgeone.purge.export;

import edgeone.purge.engine.run.CutJob;
import edgeone.purge.engine.run.CutJob.CutBatch;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Job;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Describes what is known about a run that was cut short. */
public final class CutText {
    private final Messages messages;

    public CutText(Messages messages) {
        this.messages = messages;
    }

    /** What to do now. */
    public String advice(CutRunException cut) {
        return messages.text(
                cut.journal().kind() == JournalException.Kind.REPLACED
                        ? "engine.cut.advice-replaced"
                        : "engine.cut.advice",
                cut.jobId());
    }

    /** One line per job, and one per request. */
    public List<String> lines(CutRunException cut) {
        List<String> lines = new ArrayList<>();
        for (CutJob each : cut.jobs()) {
            lines.add(of(each.job()));
            each.batches().forEach(batch -> lines.add(of(batch)));
        }
        return lines;
    }

    /**
     * Writes everything that is known about {@code cuts} to a file, including targets.
     *
     * @throws IOException if it cannot be written; an existing file is unchanged
     */
    public void save(List<CutRunException> cuts, Path file) throws IOException {
        WholeFile.replace(
                file,
                writer -> {
                    for (CutRunException cut : cuts) {
                        writer.write(advice(cut));
                        writer.write("\n\n");
                        for (CutJob each : cut.jobs()) {
                            writer.write(of(each.job()) + "\n");
                            for (CutBatch batch : each.batches()) {
                                writer.write(of(batch) + "\n");
                                for (String target : batch.targets()) {
                                    writer.write("    " + target + "\n");
                                }
                            }
                        }
                        writer.write("\n");
                    }
                });
    }

    private String of(Job job) {
        return messages.text(
                "engine.cut.job",
                job.id(),
                job.createdAt().toString(),
                job.account(),
                job.zoneName().isEmpty() ? job.zoneId() : job.zoneName(),
                job.type().wireName());
    }

    private String of(CutBatch batch) {
        return messages.text(
                "engine.cut.batch",
                Integer.toString(batch.n()),
                messages.text("engine.cut.state." + batch.state()),
                batch.targets().size(),
                orDash(batch.taskId()),
                orDash(batch.requestId()));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
