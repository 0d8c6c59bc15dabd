package edgeone.purge.probe.verdict;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verdict.Reason;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * Judges what probes prove. Only EdgeOne's own clocks count: when it took the purge, and the {@code
 * Date} and {@code Age} of its answers. What they do not prove is unclear.
 */
public final class VerdictRules {
    /** Statuses that come with an object, or say that there is none. */
    private static final Set<Integer> OF_AN_OBJECT = Set.of(200, 206, 404, 410, 416);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** How much the clocks of API and edge may seem to differ because they are whole seconds. */
    private static final long ROUNDING = 2;

    private VerdictRules() {}

    /** The verdict on a target: that of the edge with the worst one. */
    public static Verdict of(Evidence evidence) {
        return evidence.after().stream()
                .map(after -> of(evidence.before(after.edge()), after, evidence))
                .min(Comparator.comparing(Verdict::kind))
                .orElseThrow(() -> new IllegalArgumentException("no probe after the purge"));
    }

    private static Verdict of(@Nullable Probe before, Probe after, Evidence evidence) {
        String at = after.edge();
        return switch (after.outcome()) {
            case Failure failure ->
                    Verdict.of(Kind.UNREACHABLE, at).with(failure.trouble().label());
            case Answer now -> of(before == null ? null : before.answer(), now, evidence, at);
        };
    }

    private static Verdict of(
            @Nullable Answer before, Answer now, Evidence evidence, @Nullable String at) {
        Instant taken = evidence.taken();
        FetchTime fetched = FetchTime.of(now);
        boolean redirects = REDIRECTS.contains(now.http()) && now.location() != null;
        if (taken == null) {
            return redirects ? redirect(now, at) : Verdict.unclear(Reason.NO_PURGE_TIME, at);
        }
        boolean clocksDiffer = clocksDiffer(evidence, taken);
        boolean ofEdgeOne = now.cacheStatus() != null || now.logId() != null;
        boolean older = ofEdgeOne && fetched != null && fetched.isCertainlyBefore(taken);
        if (older && !clocksDiffer && !saysJustFetched(now)) {
            return Verdict.of(Kind.STALE, at);
        }
        if (redirects) {
            return redirect(now, at);
        }
        Reason reason = reason(now, fetched, taken, older, ofEdgeOne, clocksDiffer);
        return reason == null ? proven(before, now, at) : Verdict.unclear(reason, at);
    }

    private static Verdict redirect(Answer now, @Nullable String at) {
        return Verdict.of(Kind.REDIRECT, at).with(now.location());
    }

    /** Why it is not proven that the object is younger than the purge; null if it is. */
    private static @Nullable Reason reason(
            Answer now,
            @Nullable FetchTime fetched,
            Instant taken,
            boolean older,
            boolean ofEdgeOne,
            boolean clocksDiffer) {
        if (!OF_AN_OBJECT.contains(now.http())) {
            return Reason.STATUS;
        }
        if (!ofEdgeOne) {
            return Reason.NOT_EDGEONE;
        }
        if (now.date() == null) {
            return Reason.NO_DATE;
        }
        if (fetched == null) {
            return Reason.NO_AGE;
        }
        if (clocksDiffer) {
            return Reason.CLOCKS_DIFFER;
        }
        if (older) {
            return Reason.CONTRADICTION;
        }
        if (!fetched.isCertainlyAfter(taken)) {
            return Reason.TOO_CLOSE;
        }
        return now.vary() == null || now.vary().isBlank() ? null : Reason.VARY;
    }

    /** The object is younger than the purge: what else can be said of it. */
    private static Verdict proven(@Nullable Answer before, Answer now, @Nullable String at) {
        if (before != null && wasNotCached(before)) {
            return Verdict.of(Kind.WAS_NOT_CACHED, at);
        }
        boolean same = before != null && isSame(before, now);
        return Verdict.of(same ? Kind.UNCHANGED : Kind.FRESH, at);
    }

    private static boolean wasNotCached(Answer before) {
        String status = before.cacheStatus();
        return status != null && !status.toUpperCase(Locale.ROOT).contains("HIT");
    }

    /** Only a hash or a strong validator proves that bytes are the same. */
    private static boolean isSame(Answer before, Answer now) {
        if (before.sha256() != null && now.sha256() != null) {
            return before.sha256().equals(now.sha256());
        }
        String etag = before.etag();
        return etag != null
                && !etag.startsWith("W/")
                && etag.equals(now.etag())
                && isPresent(before) == isPresent(now);
    }

    private static boolean isPresent(Answer answer) {
        return answer.http() < 300;
    }

    private static boolean saysJustFetched(Answer now) {
        String status = now.cacheStatus();
        return status != null && !status.equalsIgnoreCase("HIT");
    }

    /**
     * Whether the edge's clock cannot be the one by which the purge was taken: a probe before it
     * came later, or one after it earlier.
     */
    private static boolean clocksDiffer(Evidence evidence, Instant taken) {
        return evidence.before().stream().anyMatch(p -> isLater(p, taken.plusSeconds(ROUNDING)))
                || evidence.after().stream()
                        .anyMatch(p -> isEarlier(p, taken.minusSeconds(ROUNDING)));
    }

    private static boolean isLater(Probe probe, Instant than) {
        Answer answer = probe.answer();
        return answer != null && answer.date() != null && answer.date().isAfter(than);
    }

    private static boolean isEarlier(Probe probe, Instant than) {
        Answer answer = probe.answer();
        return answer != null && answer.date() != null && answer.date().isBefore(than);
    }
}
