package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an edge answered. Of the headers only what is listed is kept, cut to a length; null where
 * the answer has none or it cannot be read.
 *
 * @param http the status
 * @param cacheStatus {@code EO-Cache-Status}
 * @param age {@code Age}, in seconds; the largest if there are several
 * @param date {@code Date}, by the edge's clock; the earliest if there are several
 * @param vary the request headers the answer depends on
 * @param bytes length of the whole object, as announced or as read
 * @param cut how many bytes were read of a body that is longer; null if it was read to its end
 * @param sha256 of the whole body, in hexadecimal; null if it was not read, or only partly
 * @param logId {@code EO-LOG-UUID}
 */
public record Answer(
        int http,
        @Nullable String cacheStatus,
        @Nullable Long age,
        @Nullable Instant date,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String vary,
        @Nullable Long bytes,
        @Nullable Long cut,
        @Nullable String sha256,
        @Nullable String location,
        @Nullable String logId)
        implements Probe.Outcome {}
