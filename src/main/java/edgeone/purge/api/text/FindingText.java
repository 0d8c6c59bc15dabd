package edgeone.purge.api.text;

import edgeone.purge.api.Finding;
import edgeone.purge.messages.Messages;

import java.util.List;
import java.util.stream.Collectors;

/** Findings in words. */
public final class FindingText {
    /** More are only counted. */
    private static final int MOST = 20;

    private final Messages messages;

    public FindingText(Messages messages) {
        this.messages = messages;
    }

    /** One a line. */
    public String lines(String action, List<Finding> findings) {
        String lines =
                findings.stream()
                        .limit(MOST)
                        .map(f -> of(action, f))
                        .collect(Collectors.joining("\n"));
        return findings.size() <= MOST
                ? lines
                : lines + "\n" + messages.text("api.finding.more", findings.size() - MOST);
    }

    public String of(String action, Finding finding) {
        List<String> wanted = finding.wanted();
        return switch (finding.problem()) {
            case UNKNOWN ->
                    messages.text(
                            "api.finding.unknown",
                            finding.path(),
                            action,
                            String.join(", ", wanted));
            case MISSING -> messages.text("api.finding.missing", finding.path());
            case TYPE ->
                    messages.text(
                            "api.finding.type", finding.path(), wanted.getFirst(), finding.value());
            case VALUE ->
                    messages.text(
                            "api.finding.value",
                            finding.path(),
                            finding.value(),
                            String.join(", ", wanted));
            case BOUNDS, LENGTH -> outside(finding);
            case FUZZY -> messages.text("api.finding.fuzzy", finding.path(), finding.value());
            case TIME -> messages.text("api.finding.time", finding.path(), finding.value());
        };
    }

    private String outside(Finding finding) {
        boolean number = finding.problem() == Finding.Problem.BOUNDS;
        List<String> wanted = finding.wanted();
        if (wanted.size() == 1) {
            return messages.text(
                    number ? "api.finding.least" : "api.finding.shortest",
                    finding.path(),
                    finding.value(),
                    wanted.getFirst());
        }
        return messages.text(
                number ? "api.finding.bounds" : "api.finding.length",
                finding.path(),
                finding.value(),
                wanted.getFirst(),
                wanted.getLast());
    }
}
