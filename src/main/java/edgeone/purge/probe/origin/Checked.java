package edgeone.purge.probe.origin;

import edgeone.purge.model.probe.Probe;

import java.util.List;

/**
 * A target with what was found.
 *
 * @param edges what each edge answered
 */
public record Checked(String target, List<Probe> edges, Finding finding) {
    public Checked {
        edges = List.copyOf(edges);
    }
}
