package edgeone.purge.evidence;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What edges answered, one below the other. */
final class ProbeCell {
    private final PageText text;

    ProbeCell(PageText text) {
        this.text = text;
    }

    String of(List<Probe> probes) {
        return probes.isEmpty()
                ? "–"
                : probes.stream().map(this::of).collect(Collectors.joining("<br/>"));
    }

    private String of(Probe probe) {
        List<String> words = new ArrayList<>();
        add(words, probe.edge());
        switch (probe.outcome()) {
            case Answer answer -> add(words, answer);
            case Failure failure -> {
                words.add(text.of("probe.trouble." + failure.trouble().label()));
                add(words, failure.detail());
            }
        }
        return "<small>" + String.join(" · ", words) + "</small>";
    }

    private void add(List<String> words, Answer answer) {
        words.add(Integer.toString(answer.http()));
        add(words, answer.cacheStatus());
        if (answer.age() != null) {
            words.add(text.of("probe.age", answer.age()));
        }
        if (answer.date() != null) {
            words.add(text.time(answer.date()));
        }
        add(words, answer.etag());
        add(words, answer.lastModified());
        add(words, answer.location());
        if (answer.sha256() != null) {
            words.add("sha256 " + text.outside(answer.sha256()));
        }
        add(words, answer.logId());
    }

    private void add(List<String> words, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            words.add(text.outside(value));
        }
    }
}
