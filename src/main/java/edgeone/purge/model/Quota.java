package edgeone.purge.model;

/**
 * What a zone may purge of one type, as {@code DescribeContentQuota} reports it.
 *
 * @param type wire name ({@code purge_url} …, {@code prefetch_url})
 * @param batch targets per request
 * @param daily targets per day
 * @param available targets left today at the time of the request
 */
public record Quota(String type, long batch, long daily, long available) {
    /** Whether there is anything of it on any day; if not, the zone's plan does not include it. */
    public boolean grantsAny() {
        return batch > 0 && daily > 0;
    }
}
