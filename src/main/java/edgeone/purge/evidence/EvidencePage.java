package edgeone.purge.evidence;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.Batch;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.query.JobRecord;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/** The page: what is known of the job, then its batches, requests and targets, row by row. */
final class EvidencePage {
    private final JobRecord job;
    private final Writer out;
    private final PageText text;
    private final Instant now;
    private final RowSection<Batch> batches;
    private final RowSection<RequestRecord> requests;
    private final RowSection<ShownTarget> targets;
    private final List<RowSection<?>> sections;

    /** The section that is open; -1 before the first. */
    private int open = -1;

    /**
     * @param now when it is written
     */
    EvidencePage(JobRecord job, Writer out, Messages messages, Instant now) {
        this.job = job;
        this.out = out;
        this.now = now;
        text = new PageText(messages);
        PageColumns columns = new PageColumns(text);
        batches = new RowSection<>(out, text, "batches", columns.batches());
        requests = new RowSection<>(out, text, "requests", columns.requests());
        targets =
                new RowSection<>(out, text, "targets", columns.targets(job.verification() != null));
        sections = List.of(batches, requests, targets);
    }

    void begin() throws IOException {
        int total = job.summary().targets().total();
        if (total > RowSection.PART) {
            targets.note(text.of("evidence.large", total));
        }
        out.write(new PageFrame(text).head(job.summary()));
        out.write(new Overview(text).of(job.summary(), job.verification(), now));
        out.write(new Facts(text).of(job, now));
        out.write(new StepCard(text).of(job.steps()));
        out.write(new ChainNote(text).of(job));
    }

    void batch(Batch batch) throws IOException {
        reach(0);
        batches.row(batch);
    }

    void request(RequestRecord request) throws IOException {
        reach(1);
        requests.row(request);
    }

    void target(ShownTarget target) throws IOException {
        reach(2);
        targets.row(target);
    }

    void end() throws IOException {
        reach(sections.size());
        out.write(new PageFrame(text).foot(job.verification() != null, now));
    }

    /** Ends the sections before one and begins it; one without rows says so. */
    private void reach(int section) throws IOException {
        while (open < section) {
            if (open >= 0) {
                sections.get(open).end();
            }
            open++;
            if (open < sections.size()) {
                sections.get(open).begin();
            }
        }
    }
}
