package edgeone.purge.teo.reply;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.UnansweredException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads EdgeOne's rows into records. */
public final class Rows {
    private Rows() {}

    /** The display status, or what stops the zone from serving. */
    private static String status(ReplyFields row) throws UnansweredException {
        String status = row.textIfAny("Status");
        if (row.flag("Paused")) {
            return "paused";
        }
        if (status.equals("deactivated") || status.equals("moved")) {
            return status;
        }
        String shown = row.textIfAny("ActiveStatus");
        return shown.isEmpty() ? status : shown;
    }

    /** Null for a row that names no zone. */
    public static @Nullable Zone zone(ReplyFields row) throws UnansweredException {
        String id = row.textOrEmpty("ZoneId");
        if (id.isEmpty()) {
            return null;
        }
        String lock = row.words("LockStatus");
        return new Zone(
                id,
                row.textIfAny("ZoneName"),
                row.textIfAny("AliasZoneName"),
                row.textIfAny("Area"),
                status(row),
                // EdgeOne's word for a zone that is not locked is "enable".
                !lock.isEmpty() && !lock.equals("enable"),
                plan(row));
    }

    /** A zone also has resources that are no plan, such as traffic packages. */
    private static String plan(ReplyFields row) {
        for (ReplyFields resource : row.objectsIfAny("Resources")) {
            if (resource.textIfAny("Group").equals("plan")) {
                return resource.textIfAny("PlanId");
            }
        }
        return "";
    }

    /** Null for a row that names no domain. */
    public static @Nullable AccelerationDomain domain(ReplyFields row) throws UnansweredException {
        String name = row.textOrEmpty("DomainName");
        return name.isEmpty() ? null : new AccelerationDomain(name, row.textIfAny("DomainStatus"));
    }

    /** Rows without a usable number say nothing and are left out. */
    public static List<Quota> quota(ReplyFields reply) throws UnansweredException {
        if (!reply.names("PurgeQuota") && !reply.names("PrefetchQuota")) {
            throw reply.unexpected("PurgeQuota is missing");
        }
        List<Quota> quota = new ArrayList<>();
        List<ReplyFields> rows = new ArrayList<>(reply.objects("PurgeQuota"));
        rows.addAll(reply.objects("PrefetchQuota"));
        for (ReplyFields row : rows) {
            String type = row.textIfAny("Type");
            long batch = row.wholeNumber("Batch").orElse(-1);
            long daily = row.wholeNumber("Daily").orElse(-1);
            OptionalLong available = row.wholeNumber("DailyAvailable");
            if (!type.isEmpty() && batch >= 0 && daily >= 0 && available.isPresent()) {
                quota.add(new Quota(type, batch, daily, Math.max(0, available.getAsLong())));
            }
        }
        return List.copyOf(quota);
    }

    public static PurgeReply purgeReply(ReplyFields reply) throws UnansweredException {
        String jobId = reply.textOrEmpty("JobId");
        String requestId = reply.wordsOrNull("RequestId");
        List<PurgeReply.FailReason> failed = new ArrayList<>();
        for (ReplyFields row : reply.objects("FailedList")) {
            failed.add(new PurgeReply.FailReason(row.words("Reason"), row.texts("Targets")));
        }
        if (jobId.isEmpty() && failed.isEmpty() && requestId == null) {
            throw reply.unexpected("JobId is missing");
        }
        return new PurgeReply(jobId.isEmpty() ? null : jobId, failed, requestId);
    }

    public static PurgeTask task(ReplyFields row) throws UnansweredException {
        return new PurgeTask(
                row.requiredText("JobId"),
                row.textOrEmpty("Target"),
                row.requiredText("Type"),
                row.text("Method"),
                row.requiredText("Status"),
                row.time("CreateTime"),
                row.timeOrNull("UpdateTime"),
                row.wordsOrNull("FailType"),
                row.wordsOrNull("FailMessage"));
    }
}
