package edgeone.purge.evidence;

import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The top of the page: what was purged and what became of it, at a glance. */
final class Overview {
    /** The endpoint that jobs on the demo account are recorded with. */
    private static final String DEMO = "demo";

    private static final int BAR = 1_000;

    private final PageText text;

    Overview(PageText text) {
        this.text = text;
    }

    private record Share(TargetState state, int count) {}

    String of(JobSummary summary, @Nullable Verification verification, Instant now) {
        Job job = summary.job();
        StringBuilder markup = new StringBuilder("<header>\n<p class=\"kicker\">");
        markup.append(
                        text.of(
                                job.type().isPrefetch()
                                        ? "evidence.kicker.prefetch"
                                        : "evidence.kicker"))
                .append("</p>\n<h1>")
                .append(heading(summary));
        markup.append("</h1>\n");
        if (job.endpoint().equals(DEMO)) {
            markup.append("<p class=\"warning\">")
                    .append(text.of("evidence.demo"))
                    .append("</p>\n");
        }
        markup.append("<p class=\"state\">").append(text.badge(summary.state())).append(' ');
        markup.append(text.of(state(job) + summary.state().label())).append("</p>\n");
        if (!summary.targets().allFinal()) {
            markup.append("<p class=\"warning\">").append(text.of("evidence.open"));
            markup.append(' ').append(text.time(now)).append("</p>\n");
        }
        markup.append(counts(summary.targets()));
        if (verification != null) {
            markup.append(verdicts(verification));
        }
        return markup.append("</header>\n").toString();
    }

    /** What the probes prove, the worst first. */
    private String verdicts(Verification of) {
        StringBuilder markup = new StringBuilder("<p class=\"note\">");
        markup.append(text.of(of.afterAt() == null ? "evidence.unverified" : "evidence.verified"));
        markup.append("</p>\n");
        String list =
                Arrays.stream(Verdict.Kind.values())
                        .filter(k -> of.count(k) > 0)
                        .map(
                                k ->
                                        "<li><b class=\"%s\">%s</b> %s</li>\n"
                                                .formatted(
                                                        Tone.of(k).css(),
                                                        text.count(of.count(k)),
                                                        text.verdict(k)))
                        .collect(Collectors.joining());
        if (!list.isEmpty()) {
            markup.append("<ul class=\"counts verdicts\">\n").append(list).append("</ul>\n");
        }
        return markup.toString();
    }

    private String heading(JobSummary summary) {
        Job job = summary.job();
        String zone = zone(job);
        return job.type() == PurgeType.ALL
                ? text.of("evidence.heading.zone", zone)
                : text.of(
                        job.type().isPrefetch() ? "evidence.heading.prefetch" : "evidence.heading",
                        text.targets(job.type(), summary.targets().total()),
                        zone);
    }

    /** Where the sentence about a state is found. */
    private static String state(Job job) {
        return job.type().isPrefetch() ? "evidence.prefetch.state." : "evidence.state.";
    }

    private static String zone(Job job) {
        return job.zoneName().isEmpty() ? job.zoneId() : job.zoneName();
    }

    private String counts(TargetCounts of) {
        List<Share> shares =
                List.of(
                                new Share(TargetState.SUCCEEDED, of.succeeded()),
                                new Share(TargetState.FAILED, of.failed()),
                                new Share(TargetState.REJECTED, of.rejected()),
                                new Share(TargetState.UNKNOWN, of.unknown()),
                                new Share(TargetState.ACCEPTED, of.accepted()),
                                new Share(TargetState.PENDING, of.pending()),
                                new Share(TargetState.CANCELED, of.canceled()))
                        .stream()
                        .filter(s -> s.count() > 0)
                        .toList();
        StringBuilder bar =
                new StringBuilder("<svg class=\"bar\" viewBox=\"0 0 " + BAR + " 10\"")
                        .append(" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        StringBuilder list = new StringBuilder("<ul class=\"counts\">\n");
        long before = 0;
        for (Share share : shares) {
            String tone = Tone.of(share.state()).css();
            long from = before * BAR / of.total();
            before += share.count();
            // Seen even where it is one of a million.
            long width = Math.max(3, before * BAR / of.total() - from);
            bar.append("<rect class=\"" + tone + "\" x=\"" + Math.min(from, BAR - width));
            bar.append("\" width=\"" + width + "\" height=\"10\"/>");
            list.append("<li><b class=\"" + tone + "\">" + text.count(share.count()));
            list.append("</b> " + text.target(share.state()) + "</li>\n");
        }
        return bar.append("</svg>\n").append(list).append("</ul>\n").toString();
    }
}
