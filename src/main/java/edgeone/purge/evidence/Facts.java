package edgeone.purge.evidence;

import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.query.JobRecord;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What, who, when and why. */
final class Facts {
    private final PageText text;

    Facts(PageText text) {
        this.text = text;
    }

    /** A line; left out without a value. */
    private record Fact(String name, @Nullable String value) {}

    /**
     * @param now when the page is written
     */
    String of(JobRecord job, Instant now) {
        return "<div class=\"cards\">\n"
                + card("what", what(job))
                + card("who", who(job.summary().job()))
                + card("when", when(job, now))
                + card("why", why(job))
                + "</div>\n";
    }

    private List<Fact> what(JobRecord record) {
        Job job = record.summary().job();
        String domains = job.tagDomains().stream().map(text::outside).collect(joined());
        return List.of(
                new Fact("zone", zone(job)),
                new Fact("type", text.type(job.type())),
                new Fact("method", text.method(job.methodInEffect())),
                new Fact("domains", domains.isEmpty() ? null : domains),
                new Fact("targets", text.count(record.summary().targets().total())),
                new Fact("job", text.outside(job.id())));
    }

    private String zone(Job job) {
        String id = "<code>" + text.outside(job.zoneId()) + "</code>";
        return job.zoneName().isEmpty() ? id : text.outside(job.zoneName()) + " " + id;
    }

    private List<Fact> who(Job job) {
        Provenance of = job.provenance();
        boolean foreign = of.origin() == Origin.ELSEWHERE;
        String person =
                Stream.of(of.user(), of.host())
                        .filter(Objects::nonNull)
                        .map(text::outside)
                        .collect(Collectors.joining(" @ "));
        String unknown = foreign ? text.of("evidence.foreign") : text.of("evidence.unrecorded");
        return List.of(
                new Fact("person", person.isEmpty() ? unknown : person),
                new Fact(foreign ? "reader" : "account", text.outside(job.account())),
                new Fact("key", code(job.keyFingerprint())),
                new Fact("keyEnd", of.keyEnd() == null ? null : code("…" + of.keyEnd())),
                new Fact("endpoint", text.outside(job.endpoint())),
                new Fact("program", of.program() == null ? null : text.outside(of.program())));
    }

    private @Nullable String code(String value) {
        return value.isEmpty() ? null : "<code>" + text.outside(value) + "</code>";
    }

    private List<Fact> when(JobRecord record, Instant now) {
        Instant created = record.summary().job().createdAt();
        Instant sent = record.firstSentAt();
        Instant ended = record.summary().endedAt();
        return List.of(
                new Fact("created", text.time(created)),
                new Fact("sent", sent == null ? null : text.time(sent)),
                new Fact("ended", ended == null ? text.of("evidence.running") : text.time(ended)),
                new Fact(
                        "took", ended == null ? null : text.took(Duration.between(created, ended))),
                new Fact("written", text.time(now)));
    }

    private List<Fact> why(JobRecord record) {
        Job job = record.summary().job();
        String note = job.provenance().note();
        String retries = record.retries().stream().map(text::outside).collect(joined());
        return List.of(
                new Fact("note", note == null ? text.of("evidence.noNote") : text.lines(note)),
                new Fact("retryOf", job.retryOf() == null ? null : text.outside(job.retryOf())),
                new Fact("follows", job.follows() == null ? null : text.outside(job.follows())),
                new Fact("retries", retries.isEmpty() ? null : retries));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("<br/>");
    }

    private String card(String name, List<Fact> facts) {
        StringBuilder markup = new StringBuilder("<section class=\"card\">\n<h2>");
        markup.append(text.of("evidence.card." + name)).append("</h2>\n<dl>\n");
        for (Fact fact : facts) {
            if (fact.value() != null) {
                markup.append("<dt>").append(text.of("evidence.fact." + fact.name()));
                markup.append("</dt><dd>").append(fact.value()).append("</dd>\n");
            }
        }
        return markup.append("</dl>\n</section>\n").toString();
    }
}
