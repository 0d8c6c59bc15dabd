package edgeone.purge.teo;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** EdgeOne's rows as records. */
final class Rows {
    private Rows() {}

    /** Null for a row that names no zone. */
    static @Nullable Zone zone(ReplyFields row) throws UnansweredException {
        String id = row.textOrEmpty("ZoneId");
        if (id.isEmpty()) {
            return null;
        }
        String lock = row.textOrEmpty("LockStatus");
        return new Zone(
                id,
                row.textOrEmpty("ZoneName"),
                row.textOrEmpty("AliasZoneName"),
                row.textOrEmpty("Area"),
                row.flag("Paused") ? "paused" : row.textOrEmpty("ActiveStatus"),
                // EdgeOne's word for a zone that is not locked is "enable".
                !lock.isEmpty() && !lock.equals("enable"));
    }

    /** Null for a row that names no domain. */
    static @Nullable AccelerationDomain domain(ReplyFields row) throws UnansweredException {
        String name = row.textOrEmpty("DomainName");
        return name.isEmpty()
                ? null
                : new AccelerationDomain(name, row.textOrEmpty("DomainStatus"));
    }

    /** Rows that leave a number out say nothing of use and are left out. */
    static List<Quota> quota(ReplyFields reply) throws UnansweredException {
        if (!reply.names("PurgeQuota") && !reply.names("PrefetchQuota")) {
            throw reply.unexpected("PurgeQuota is missing");
        }
        List<Quota> quota = new ArrayList<>();
        for (ReplyFields row : reply.objects("PurgeQuota")) {
            Long batch = row.number("Batch");
            Long daily = row.number("Daily");
            Long available = row.number("DailyAvailable");
            String type = row.textOrEmpty("Type");
            if (batch != null && daily != null && available != null && !type.isEmpty()) {
                quota.add(new Quota(type, batch, daily, available));
            }
        }
        return List.copyOf(quota);
    }

    static PurgeReply purgeReply(ReplyFields reply) throws UnansweredException {
        String jobId = reply.textOrEmpty("JobId");
        String requestId = reply.text("RequestId");
        List<PurgeReply.FailReason> failed = new ArrayList<>();
        for (ReplyFields row : reply.objects("FailedList")) {
            failed.add(new PurgeReply.FailReason(row.textOrEmpty("Reason"), row.texts("Targets")));
        }
        if (jobId.isEmpty() && failed.isEmpty() && requestId == null) {
            throw reply.unexpected("JobId is missing");
        }
        return new PurgeReply(jobId.isEmpty() ? null : jobId, failed, requestId);
    }

    static PurgeTask task(ReplyFields row) throws UnansweredException {
        return new PurgeTask(
                row.requiredText("JobId"),
                row.textOrEmpty("Target"),
                row.requiredText("Type"),
                row.text("Method"),
                row.requiredText("Status"),
                row.time("CreateTime"),
                row.time("UpdateTime"),
                row.text("FailType"),
                row.text("FailMessage"));
    }
}
