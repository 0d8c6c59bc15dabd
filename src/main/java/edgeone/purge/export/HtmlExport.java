package edgeone.purge.export;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes jobs as a page for people. The page refers to no other file, and its policy lets nothing
 * run or load, so that any target or reason stays text.
 */
final class HtmlExport implements JobWriter {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem }
            dt { opacity: .7 }
            dd { margin: 0 }
            table { border-collapse: collapse; width: 100%% }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; \
            border-bottom: 1px solid #8884 }
            td { overflow-wrap: anywhere; unicode-bidi: isolate; white-space: pre-wrap }
            .failed, .rejected, .timed_out { color: #d1242f }
            .succeeded { color: #1a7f37 }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            """;

    private final Messages messages;
    private final Writer out;
    private final boolean shared;
    private boolean inJob;

    /**
     * @param shared whether to say who submitted each job, and on which machine
     */
    HtmlExport(Messages messages, Writer out, boolean shared) {
        this.shared = shared;
        this.messages = messages;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        String title = text("title");
        out.write(HEAD.formatted(messages.language().locale().toLanguageTag(), title, title));
    }

    @Override
    public void job(JobSummary summary) throws IOException {
        endJob();
        Job job = summary.job();
        PurgeMethod method = job.methodInEffect();
        out.write("<section>\n<h2>" + HtmlText.shown(job.id()) + "</h2>\n<dl>\n");
        fact("created", job.createdAt().toString());
        fact("account", job.account());
        if (shared) {
            fact("person", job.provenance().user());
            fact("machine", job.provenance().host());
        }
        fact("endpoint", job.endpoint());
        String zone = job.zoneId();
        fact("zone", job.zoneName().isEmpty() ? zone : job.zoneName() + " (" + zone + ")");
        fact("type", job.type().wireName());
        fact("method", method == null ? null : method.wireName());
        fact("state", messages.text("engine.job-state." + summary.state()));
        TargetCounts counts = summary.targets();
        fact("counts", text("counted", counts.total(), counts.succeeded(), counts.notPurged()));
        out.write("</dl>\n<table>\n<thead><tr>");
        for (String name : List.of("target", "state", "reason", "code", "task", "request")) {
            out.write("<th>" + text(name) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
        inJob = true;
    }

    private void endJob() throws IOException {
        if (inJob) {
            out.write("</tbody>\n</table>\n</section>\n");
        }
    }

    @Override
    public void end() throws IOException {
        endJob();
        out.write("</body>\n</html>\n");
    }

    @Override
    public void target(TargetRow row) throws IOException {
        String state = row.state().label();
        out.write("<tr>");
        cell(row.target());
        String word = HtmlText.escape(messages.text("window.target." + state));
        out.write("<td class=\"" + state + "\">" + word + "</td>");
        cell(row.reason());
        cell(row.code());
        cell(row.taskId());
        cell(row.requestId());
        out.write("</tr>\n");
    }

    private void fact(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.write("<dt>" + text(name) + "</dt><dd>" + HtmlText.shown(value) + "</dd>\n");
        }
    }

    private void cell(@Nullable String value) throws IOException {
        out.write("<td>" + (value == null ? "" : HtmlText.shown(value)) + "</td>");
    }

    private String text(String name, Object... arguments) {
        return HtmlText.escape(messages.text("engine.export." + name, arguments));
    }
}
