package edgeone.purge.cli.probe;

import edgeone.purge.engine.text.FailureText;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;

import org.jspecify.annotations.Nullable;

/** A probe in words, on one line. */
public final class ProbeText {
    private final Messages messages;

    public ProbeText(Messages messages) {
        this.messages = messages;
    }

    /** With the target. */
    String line(Probe probe) {
        return VisibleText.of(probe.target()) + "  " + of(probe);
    }

    /** Without the target. */
    public String of(Probe probe) {
        String words =
                switch (probe.outcome()) {
                    case Answer answer -> of(answer, probe.millis());
                    case Failure failure -> new FailureText(messages).of(failure);
                };
        return probe.edge() == null ? words : messages.text("probe.at", words, probe.edge());
    }

    private String of(Answer answer, long millis) {
        StringBuilder words = new StringBuilder();
        words.append(answer.http());
        add(words, answer.cacheStatus());
        if (answer.age() != null) {
            add(words, messages.text("probe.age", answer.age()));
        }
        if (answer.location() != null) {
            add(words, "-> " + answer.location());
        }
        if (answer.cut() != null) {
            add(words, messages.text("probe.cut", answer.cut()));
        } else if (answer.bytes() != null) {
            add(words, messages.text("probe.bytes", answer.bytes()));
        }
        add(words, answer.etag());
        if (answer.sha256() != null) {
            add(words, "sha256 " + answer.sha256());
        }
        add(words, millis + " ms");
        return words.toString();
    }

    private static void add(StringBuilder words, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            words.append("  ").append(VisibleText.of(word));
        }
    }
}
