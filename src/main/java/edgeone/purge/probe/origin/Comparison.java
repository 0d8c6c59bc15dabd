package edgeone.purge.probe.origin;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.probe.origin.Finding.Doubt;
import edgeone.purge.probe.origin.Finding.New;
import edgeone.purge.probe.origin.Finding.Old;
import edgeone.purge.probe.origin.Finding.Unknown;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Compares what edges serve for a target with what the origin serves. The hash of the whole body
 * decides; without one the length, then a strong {@code ETag}, then {@code Last-Modified}.
 */
final class Comparison {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int PARTIAL = 206;

    private static final Finding OLD = new Old();
    private static final Finding DIFFERENT = new New(true);
    private static final Finding NOT_HELD = new New(false);

    private Comparison() {}

    /**
     * New if any edge has other bytes; else old if any has the same.
     *
     * @param edges one answer of each edge
     */
    static Finding of(List<Probe> edges, Probe origin) {
        return switch (origin.outcome()) {
            case Failure failure -> new Unknown(Doubt.ORIGIN_FAILED, failure);
            case Answer now ->
                    edges.stream()
                            .map(edge -> of(edge, now))
                            .min(Comparator.comparingInt(Comparison::rank))
                            .orElseThrow(() -> new IllegalArgumentException("no edge"));
        };
    }

    private static int rank(Finding finding) {
        return switch (finding) {
            case New(boolean held) -> held ? 0 : 3;
            case Old _ -> 1;
            case Unknown _ -> 2;
        };
    }

    private static Finding of(Probe edge, Answer origin) {
        return switch (edge.outcome()) {
            case Failure failure -> new Unknown(Doubt.EDGE_FAILED, failure);
            case Answer held -> of(held, origin);
        };
    }

    private static Finding of(Answer edge, Answer origin) {
        if (!saysAnything(origin)) {
            return unknown(Doubt.ORIGIN_STATUS);
        }
        if (edge.cacheStatus() == null && edge.logId() == null) {
            return unknown(Doubt.NOT_EDGEONE);
        }
        if (isNotHeld(edge)) {
            return NOT_HELD;
        }
        if (!saysAnything(edge)) {
            return unknown(Doubt.EDGE_STATUS);
        }
        if (redirects(edge) || redirects(origin)) {
            return edge.http() == origin.http()
                            && Objects.equals(edge.location(), origin.location())
                    ? OLD
                    : unknown(Doubt.REDIRECT);
        }
        if (isGone(edge) || isGone(origin)) {
            return isGone(edge) == isGone(origin) ? OLD : DIFFERENT;
        }
        return ofBytes(edge, origin);
    }

    private static Finding ofBytes(Answer edge, Answer origin) {
        if (edge.sha256() != null && origin.sha256() != null) {
            return ofSame(edge.sha256().equals(origin.sha256()));
        }
        boolean oneIsLonger = (edge.sha256() == null) != (origin.sha256() == null);
        boolean lengths = edge.bytes() != null && origin.bytes() != null;
        if (oneIsLonger || (lengths && !Objects.equals(edge.bytes(), origin.bytes()))) {
            return DIFFERENT;
        }
        if (hasStrongTag(edge) && hasStrongTag(origin)) {
            return ofSame(Objects.equals(edge.etag(), origin.etag()));
        }
        if (lengths && edge.lastModified() != null && origin.lastModified() != null) {
            return ofSame(edge.lastModified().equals(origin.lastModified()));
        }
        return unknown(Doubt.NO_VALIDATOR);
    }

    private static Finding ofSame(boolean same) {
        return same ? OLD : DIFFERENT;
    }

    private static Finding unknown(Doubt doubt) {
        return new Unknown(doubt, null);
    }

    private static boolean saysAnything(Answer answer) {
        boolean content = answer.http() / 100 == 2 && answer.http() != PARTIAL;
        return content || isGone(answer) || redirects(answer);
    }

    private static boolean isNotHeld(Answer edge) {
        String status = edge.cacheStatus();
        return status != null && !status.toUpperCase(Locale.ROOT).contains("HIT");
    }

    private static boolean redirects(Answer answer) {
        return REDIRECTS.contains(answer.http());
    }

    private static boolean isGone(Answer answer) {
        return GONE.contains(answer.http());
    }

    private static boolean hasStrongTag(Answer answer) {
        return answer.etag() != null && !answer.etag().startsWith("W/");
    }
}
