package edgeone.purge.ui.kit;

import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

/** The model's terms in the user's language. */
public final class Words {
    private final Messages messages;

    public Words(Messages messages) {
        this.messages = messages;
    }

    /** {@code URLs} */
    public String type(PurgeType type) {
        return messages.text("window.type." + type.wireName());
    }

    /** What a purge of this type does, in a sentence. */
    public String typeLine(PurgeType type) {
        return messages.text("window.typeLine." + type.wireName());
    }

    /** {@code 1,240 URLs} */
    public String targets(PurgeType type, long count) {
        return messages.text("window.targets." + type.wireName(), count);
    }

    /** How a job purges, or how it prefetches: {@code Edge, 2 headers, media segments}. */
    public String how(Job job) {
        if (!job.type().isPrefetch()) {
            return method(job.method());
        }
        PrefetchOptions prefetch = job.prefetch();
        StringBuilder how = new StringBuilder(mode(prefetch.mode()));
        if (!prefetch.headers().isEmpty()) {
            how.append(messages.text("window.prefetch.withHeaders", prefetch.headers().size()));
        }
        if (prefetch.mediaSegments()) {
            how.append(messages.text("window.prefetch.withSegments"));
        }
        return how.toString();
    }

    /** How far a prefetch goes. */
    public String mode(PrefetchOptions.Mode mode) {
        return messages.text("window.prefetch.mode." + mode.wireName());
    }

    /** {@code Delete}; for null, that EdgeOne decides. */
    public String method(@Nullable PurgeMethod method) {
        return messages.text("window.method." + (method == null ? "none" : method.wireName()));
    }

    public String job(JobState state) {
        return messages.text("window.job." + state.label());
    }

    public String target(TargetState state) {
        return messages.text("window.target." + state.label());
    }

    public String batch(BatchState state) {
        return messages.text("window.batch." + state.label());
    }

    /** Where a zone serves; EdgeOne's own word if it is unknown. */
    public String area(Zone zone) {
        return switch (zone.area()) {
            case "global" -> messages.text("window.area.global");
            case "mainland" -> messages.text("window.area.mainland");
            case "overseas" -> messages.text("window.area.overseas");
            default -> VisibleText.of(zone.area());
        };
    }

    /** The zone's name, or its ID if EdgeOne gave none. */
    public static String zone(Zone zone) {
        return VisibleText.of(zone.label());
    }

    /** {@code main · zone-1 · mainland}: what distinguishes a zone from namesakes. */
    public String zoneLine(Zone zone) {
        StringBuilder line = new StringBuilder();
        if (!zone.alias().isEmpty()) {
            line.append(VisibleText.of(zone.alias())).append(" · ");
        }
        line.append(VisibleText.of(zone.zoneId()));
        if (!zone.area().isEmpty()) {
            line.append(" · ").append(area(zone));
        }
        return line.toString();
    }

    /** {@code main · zone-1 · mainland · active · Standard}: all that is told of a zone. */
    public String zoneDetails(Zone zone) {
        StringBuilder line = new StringBuilder(zoneLine(zone));
        if (!zone.status().isEmpty()) {
            line.append(" · ").append(state(zone));
        }
        if (!zone.plan().isEmpty()) {
            line.append(" · ").append(plan(zone));
        }
        return line.toString();
    }

    /** How a zone is; EdgeOne's own word if it is unknown. */
    public String state(Zone zone) {
        return switch (zone.status()) {
            case "active" -> messages.text("window.zoneState.active");
            case "inactive" -> messages.text("window.zoneState.inactive");
            case "paused" -> messages.text("window.zoneState.paused");
            case "pending" -> messages.text("window.zoneState.pending");
            case "moved" -> messages.text("window.zoneState.moved");
            case "deactivated" -> messages.text("window.zoneState.deactivated");
            case "initializing" -> messages.text("window.zoneState.initializing");
            default -> VisibleText.of(zone.status());
        };
    }

    /** The plan a zone is bound to; its ID if it has no common name. */
    public String plan(Zone zone) {
        return switch (zone.plan()) {
            case "plan-trial" -> messages.text("window.zonePlan.trial");
            case "plan-personal" -> messages.text("window.zonePlan.personal");
            case "plan-basic" -> messages.text("window.zonePlan.basic");
            case "plan-standard" -> messages.text("window.zonePlan.standard");
            case "plan-enterprise", "plan-enterprise-v2", "plan-enterprise-model-a" ->
                    messages.text("window.zonePlan.enterprise");
            default -> VisibleText.of(zone.plan());
        };
    }

    /** The style class of a state's badge. */
    public static String tone(TargetState state) {
        return switch (state) {
            case SUCCEEDED -> "good";
            case FAILED, TIMED_OUT, REJECTED -> "bad";
            case UNKNOWN -> "doubt";
            case ACCEPTED, PROCESSING -> "busy";
            case PENDING, CANCELED -> "still";
        };
    }

    /** The style class of a state's badge. */
    public static String tone(JobState state) {
        return switch (state) {
            case SUCCEEDED -> "good";
            case FAILED, PARTLY_FAILED -> "bad";
            case UNKNOWN -> "doubt";
            case RUNNING -> "busy";
            case CANCELED -> "still";
        };
    }
}
