package edgeone.purge.evidence;

import edgeone.purge.model.query.JobRecord;
import edgeone.purge.model.query.JobRecord.Mark;

/** The hash that stands for the job, and how to check it. */
final class ChainNote {
    private final PageText text;

    ChainNote(PageText text) {
        this.text = text;
    }

    String of(JobRecord record) {
        Mark mark = record.mark();
        Mark head = record.head();
        StringBuilder markup = new StringBuilder("<section class=\"check\">\n<h2>");
        markup.append(text.of("evidence.check")).append("</h2>\n");
        if (mark == null || head == null) {
            return markup.append(paragraph("evidence.check.none"))
                    .append("</section>\n")
                    .toString();
        }
        markup.append(paragraph("evidence.check.chain")).append("<dl>\n");
        mark(markup, "evidence.check.mark", mark);
        if (!head.equals(mark)) {
            mark(markup, "evidence.check.head", head);
        }
        markup.append("</dl>\n").append(paragraph("evidence.check.how")).append("<pre><code>");
        markup.append("edgeone-purge audit verify --head ").append(mark.hash()).append('\n');
        markup.append("edgeone-purge evidence ");
        markup.append(text.outside(record.summary().job().id()));
        markup.append(" --output again.html</code></pre>\n");
        markup.append(paragraph("evidence.check.then")).append(paragraph("evidence.check.limits"));
        return markup.append("</section>\n").toString();
    }

    private void mark(StringBuilder markup, String name, Mark mark) {
        markup.append("<dt>").append(text.of(name)).append("</dt><dd><code>").append(mark.hash());
        markup.append("</code><br/>").append(text.of("evidence.check.entry", mark.n()));
        markup.append(", ").append(text.time(mark.at())).append("</dd>\n");
    }

    private String paragraph(String key) {
        return "<p>" + text.of(key) + "</p>\n";
    }
}
