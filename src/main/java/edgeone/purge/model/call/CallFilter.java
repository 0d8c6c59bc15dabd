package edgeone.purge.model.call;

import org.jspecify.annotations.Nullable;

/**
 * Which calls to list. A call must meet every condition.
 *
 * @param job null for all
 * @param action EdgeOne's name, in upper or lower case; null for all
 * @param failed only those that ended with an error
 * @param noReads only those that change something at EdgeOne
 * @param text part of a call ID, RequestId, code, zone or job, in upper or lower case; empty for
 *     all
 */
public record CallFilter(
        @Nullable String job,
        @Nullable String action,
        boolean failed,
        boolean noReads,
        String text) {
    public static final CallFilter ALL = new CallFilter(null, null, false, false, "");

    public CallFilter withJob(@Nullable String wanted) {
        return new CallFilter(wanted, action, failed, noReads, text);
    }

    public CallFilter withAction(@Nullable String wanted) {
        return new CallFilter(job, wanted, failed, noReads, text);
    }

    public CallFilter withFailed(boolean wanted) {
        return new CallFilter(job, action, wanted, noReads, text);
    }

    public CallFilter withNoReads(boolean wanted) {
        return new CallFilter(job, action, failed, wanted, text);
    }

    public CallFilter withText(String wanted) {
        return new CallFilter(job, action, failed, noReads, wanted);
    }
}
