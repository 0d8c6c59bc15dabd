package edgeone.purge.evidence;

import edgeone.purge.engine.text.StepText;
import edgeone.purge.engine.text.VerdictText;
import edgeone.purge.export.HtmlText;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.step.Step;

import org.jspecify.annotations.Nullable;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Texts as markup, in the language of the page. Not thread-safe. */
final class PageText {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Messages messages;
    private final NumberFormat counts;
    private final VerdictText verdicts;
    private final StepText steps;

    PageText(Messages messages) {
        this.messages = messages;
        verdicts = new VerdictText(messages);
        steps = new StepText(messages);
        counts = NumberFormat.getIntegerInstance(messages.language().locale());
    }

    /** The language, as HTML names it. */
    String language() {
        return messages.language().locale().toLanguageTag();
    }

    /** A message; its arguments may come from outside. */
    String of(String key, Object... arguments) {
        return HtmlText.escape(messages.text(key, arguments));
    }

    /** Text from outside, which keeps its direction to itself. */
    String outside(String value) {
        return "<bdi>" + HtmlText.shown(value) + "</bdi>";
    }

    /** Text from outside that may have several lines. */
    String lines(String value) {
        return value.lines().map(this::outside).collect(Collectors.joining("<br/>"));
    }

    String count(long number) {
        return counts.format(number);
    }

    /** {@code 2026-01-31 12:00:00.250 UTC} */
    String time(Instant instant) {
        return time(instant, " <small>UTC</small>");
    }

    /** The same where a heading says that it is UTC. */
    String utc(Instant instant) {
        return time(instant, "");
    }

    private static String time(Instant instant, String zone) {
        return "<time datetime=\"" + instant + "\">" + UTC.format(instant) + zone + "</time>";
    }

    /** {@code 12.345 s}, {@code 1:02:08} */
    String took(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? of("evidence.seconds", duration.toMillis() / 1_000.0)
                : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 1,240 URLs} */
    Shown targets(PurgeType type, int count) {
        return new Shown(messages.text("window.targets." + type.wireName(), count));
    }

    /** What EdgeOne calls the type, after our own name for it. */
    String type(PurgeType type) {
        return of("window.type." + type.wireName()) + code(type.wireName());
    }

    /** The same of the method; null where EdgeOne decides. */
    String method(@Nullable PurgeMethod method) {
        return method == null
                ? of("window.method.none")
                : of("window.method." + method.wireName()) + code(method.wireName());
    }

    private static String code(String word) {
        return " <code>" + word + "</code>";
    }

    String badge(JobState state) {
        return badge(Tone.of(state), of("engine.job-state." + state));
    }

    String badge(BatchState state) {
        return badge(Tone.of(state), of("window.batch." + state.label()));
    }

    String badge(TargetState state) {
        return badge(Tone.of(state), target(state));
    }

    String badge(Step.State state) {
        return badge(Tone.of(state), HtmlText.escape(steps.state(state)));
    }

    /** What a step is called. */
    String step(Step.Kind kind) {
        return HtmlText.escape(steps.name(kind));
    }

    /** What of a step was not done; empty if nothing is missing. */
    String missing(Step step) {
        return HtmlText.escape(steps.missing(step));
    }

    /** The word for a state. */
    String target(TargetState state) {
        return of("window.target." + state.label());
    }

    /** The word for a kind of verdict. */
    String verdict(Verdict.Kind kind) {
        return HtmlText.escape(verdicts.name(kind));
    }

    /** The verdict with what it means. */
    String verdict(Verdict verdict) {
        return badge(Tone.of(verdict.kind()), verdict(verdict.kind()))
                + " <small><bdi>"
                + HtmlText.escape(verdicts.of(verdict))
                + "</bdi></small>";
    }

    private static String badge(Tone tone, String word) {
        return "<span class=\"" + tone.css() + "\">" + word + "</span>";
    }
}
