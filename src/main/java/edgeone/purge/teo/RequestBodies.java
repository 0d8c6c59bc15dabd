package edgeone.purge.teo;

import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * The JSON bodies of the actions: compact, in EdgeOne's order of members, text as plain UTF-8, and
 * never a null or an empty list, which EdgeOne refuses.
 */
final class RequestBodies {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();
    private static final Duration WIDEST_WINDOW = Duration.ofDays(7);

    private RequestBodies() {}

    static byte[] describeZones(long offset, int limit) {
        return write(json -> page(json, offset, limit));
    }

    static byte[] describeAccelerationDomains(String zoneId, long offset, int limit) {
        return write(
                json -> {
                    json.writeStringProperty("ZoneId", zoneId);
                    page(json, offset, limit);
                });
    }

    static byte[] describeContentQuota(String zoneId) {
        return write(json -> json.writeStringProperty("ZoneId", zoneId));
    }

    static byte[] createPurgeTask(PurgeOrder order) {
        return write(
                json -> {
                    json.writeStringProperty("ZoneId", order.zoneId());
                    json.writeStringProperty("Type", order.type().wireName());
                    PurgeMethod method = order.method();
                    if (method != null) {
                        json.writeStringProperty("Method", method.wireName());
                    }
                    if (!order.targets().isEmpty()) {
                        texts(json, "Targets", order.targets());
                    }
                    if (!order.tagDomains().isEmpty()) {
                        json.writeObjectPropertyStart("CacheTag");
                        texts(json, "Domains", order.tagDomains());
                        json.writeEndObject();
                    }
                });
    }

    static byte[] createPrefetchTask(PurgeOrder order) {
        PrefetchOptions options = order.prefetch();
        return write(
                json -> {
                    json.writeStringProperty("ZoneId", order.zoneId());
                    texts(json, "Targets", order.targets());
                    if (options.mode() != PrefetchOptions.Mode.DEFAULT) {
                        json.writeStringProperty("Mode", options.mode().wireName());
                    }
                    if (!options.headers().isEmpty()) {
                        json.writeArrayPropertyStart("Headers");
                        for (PrefetchOptions.Header header : options.headers()) {
                            json.writeStartObject();
                            json.writeStringProperty("Name", header.name());
                            json.writeStringProperty("Value", header.value());
                            json.writeEndObject();
                        }
                        json.writeEndArray();
                    }
                    if (options.mediaSegments()) {
                        json.writeStringProperty("PrefetchMediaSegments", "on");
                    }
                });
    }

    /** DescribePrefetchTasks takes the same, but does not filter by type. */
    static byte[] describeTasks(PurgeTaskQuery query, long offset, int limit) {
        return write(
                json -> {
                    json.writeStringProperty("ZoneId", query.zoneId());
                    switch (query) {
                        case PurgeTaskQuery.ByJob job -> {
                            page(json, offset, limit);
                            filter(json, "job-id", job.jobId());
                        }
                        case PurgeTaskQuery.ByTime time -> {
                            Instant from = time.from().truncatedTo(ChronoUnit.SECONDS);
                            json.writeStringProperty("StartTime", from.toString());
                            json.writeStringProperty("EndTime", end(time, from).toString());
                            page(json, offset, limit);
                            PurgeType type = time.type();
                            if (type != null && !type.isPrefetch()) {
                                filter(json, "type", type.wireName());
                            }
                        }
                    }
                });
    }

    /** The end of the window, rounded up unless that makes it wider than EdgeOne allows. */
    private static Instant end(PurgeTaskQuery.ByTime time, Instant from) {
        Instant floor = time.to().truncatedTo(ChronoUnit.SECONDS);
        Instant ceiling = floor.equals(time.to()) ? floor : floor.plusSeconds(1);
        return ceiling.isAfter(from.plus(WIDEST_WINDOW)) ? floor : ceiling;
    }

    private static void page(JsonGenerator json, long offset, int limit) {
        json.writeNumberProperty("Offset", offset);
        json.writeNumberProperty("Limit", limit);
    }

    private static void filter(JsonGenerator json, String name, String value) {
        json.writeArrayPropertyStart("Filters");
        json.writeStartObject();
        json.writeStringProperty("Name", name);
        texts(json, "Values", List.of(value));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static byte[] write(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
