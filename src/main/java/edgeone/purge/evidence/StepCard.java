package edgeone.purge.evidence;

import edgeone.purge.model.step.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was done before and after the purge, step by step; nothing for a purge alone. */
final class StepCard {
    private final PageText text;

    StepCard(PageText text) {
        this.text = text;
    }

    String of(List<Step> steps) {
        if (steps.size() < 2) {
            return "";
        }
        StringBuilder markup = new StringBuilder("<section class=\"card steps\">\n<h2>");
        markup.append(text.of("evidence.card.steps")).append("</h2>\n<dl>\n");
        for (Step step : steps) {
            markup.append("<dt>").append(text.step(step.kind())).append("</dt><dd>");
            markup.append(text.badge(step.state())).append(times(step));
            String missing = text.missing(step);
            markup.append(missing.isEmpty() ? "" : "<br/>" + missing);
            String job = step.job();
            markup.append(
                    job == null
                            ? ""
                            : "<br/>" + text.of("evidence.step.job") + " " + text.outside(job));
            markup.append("</dd>\n");
        }
        return markup.append("</dl>\n</section>\n").toString();
    }

    private String times(Step step) {
        Instant from = step.from();
        Instant to = step.to();
        if (from == null) {
            return "";
        }
        String begun = " " + text.time(from);
        return to == null
                ? begun
                : begun + " <small>" + text.took(Duration.between(from, to)) + "</small>";
    }
}
