package edgeone.purge.requests;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code requests.json}, format 1. Entries that cannot be read are left out, and that is told. */
final class BookJson {
    private static final int FORMAT = 1;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private BookJson() {}

    /** What a file held. {@code damaged}: something in it could not be read. */
    record Content(List<SavedRequest> requests, boolean damaged) {
        static final Content EMPTY = new Content(List.of(), false);
        static final Content UNREADABLE = new Content(List.of(), true);

        Content {
            requests =
                    requests.stream().sorted(Comparator.comparing(SavedRequest::folded)).toList();
        }
    }

    static byte[] write(List<SavedRequest> requests) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("requests", requests.stream().map(BookJson::document).toList());
        return MAPPER.writeValueAsBytes(root);
    }

    private static Map<String, Object> document(SavedRequest request) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", request.name());
        node.put("action", request.action());
        node.put("body", request.body());
        return node;
    }

    /**
     * Reads a book.
     *
     * @throws RequestException a newer program wrote it
     */
    static Content read(byte[] bytes, Path file) throws RequestException {
        JsonNode root = tree(bytes);
        if (root == null || !root.path("format").isInt()) {
            return Content.UNREADABLE;
        }
        if (root.path("format").intValue() > FORMAT) {
            throw new RequestException(RequestProblem.BOOK_NEWER, file.toString());
        }
        if (!root.path("requests").isArray()) {
            return Content.UNREADABLE;
        }
        List<SavedRequest> requests = new ArrayList<>();
        boolean damaged = false;
        for (JsonNode entry : root.path("requests")) {
            SavedRequest request = request(entry);
            if (request != null && requests.stream().noneMatch(r -> r.isCalled(request.name()))) {
                requests.add(request);
            } else {
                damaged = true;
            }
        }
        return new Content(requests, damaged);
    }

    private static @Nullable JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Null for an entry that cannot be. */
    private static @Nullable SavedRequest request(JsonNode entry) {
        SavedRequest request =
                new SavedRequest(
                        entry.path("name").stringValue(""),
                        entry.path("action").stringValue(""),
                        entry.path("body").stringValue(""));
        try {
            RequestRules.checkName(request.name());
            RequestRules.checkContent(request);
            return request;
        } catch (RequestException e) {
            return null;
        }
    }
}
