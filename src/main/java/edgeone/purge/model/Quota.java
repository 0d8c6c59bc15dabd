package edgeone.purge.model;

/**
 * What a zone may purge of one type, as {@code DescribeContentQuota} reports it.
 *
 * @param type wire name ({@code purge_url} …, {@code prefetch_url})
 * @param batch targets in one request
 * @param daily targets a day
 * @param available targets left today when it was asked
 */
public record Quota(String type, long batch, long daily, long available) {}
