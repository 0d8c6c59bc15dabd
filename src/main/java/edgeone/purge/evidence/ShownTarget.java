package edgeone.purge.evidence;

import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.VerifiedTarget;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A target with what probes say of it; null for nothing. */
record ShownTarget(TargetRow row, @Nullable VerifiedTarget verified) {
    @Nullable Verdict verdict() {
        return verified == null ? null : verified.verdict();
    }

    List<Probe> before() {
        return verified == null ? List.of() : verified.before();
    }

    List<Probe> after() {
        return verified == null ? List.of() : verified.after();
    }
}
