package edgeone.purge.targets;

import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.TargetList.Step;

import java.util.ArrayList;
import java.util.List;

/** A line on its way to what is sent. */
final class Rewriting {
    private final List<Step> steps = new ArrayList<>(0);
    private String text;

    Rewriting(String line) {
        text = line;
    }

    void to(RewriteKind kind, String after) {
        if (!after.equals(text)) {
            steps.add(new Step(kind, text, after));
            text = after;
        }
    }

    String text() {
        return text;
    }

    List<Step> steps() {
        return steps;
    }
}
