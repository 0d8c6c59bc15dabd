package edgeone.purge.teo.reply;

import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.UnansweredException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens EdgeOne's envelope. Whatever the bytes are, it ends with a result or a TeoException. */
public final class ReplyReader {
    private static final int ERROR_PAGE_BYTES = 64 * 1024;
    private static final int LONGEST_WORDS = 500;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .maxStringLength(4 * 1024 * 1024)
                                                    .maxTokenCount(1_000_000)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private ReplyReader() {}

    /**
     * The members of {@code Response}.
     *
     * @throws RefusedException if it holds an {@code Error}
     * @throws UnansweredException for a status other than 200, and for anything but the envelope
     */
    public static ReplyFields open(String action, Answer answer, SecretCover cover)
            throws RefusedException, UnansweredException {
        if (answer.status() != 200) {
            throw UnansweredException.of(
                    action, "Http." + answer.status(), errorPage(action, answer, cover), null);
        }
        ReplyFields response = response(action, answer, cover);
        ReplyFields error = response.object("Error");
        if (error == null) {
            return response;
        }
        throw new RefusedException(
                action,
                error.requiredText("Code"),
                error.words("Message"),
                response.wordsOrNull("RequestId"));
    }

    private static ReplyFields response(String action, Answer answer, SecretCover cover)
            throws UnansweredException {
        JsonNode root;
        try {
            root = JSON.readTree(answer.body().inputStream());
        } catch (JacksonException e) {
            throw UnansweredException.of(
                    action,
                    "Reply.NotJson",
                    cover.words(
                            "Content-Type " + answer.contentType() + "; " + e.getOriginalMessage()),
                    null);
        }
        if (root.isMissingNode()) {
            throw UnansweredException.of(action, "Reply.NotJson", "the reply is empty", null);
        }
        ReplyFields envelope = new ReplyFields(action, root, cover);
        ReplyFields response = envelope.object("Response");
        if (response == null) {
            throw envelope.unexpected("Response is missing");
        }
        return response;
    }

    /** Extracts the message of an answer with a bad status, if it is EdgeOne's own. */
    private static String errorPage(String action, Answer answer, SecretCover cover) {
        String status = "HTTP status " + answer.status();
        if (answer.body().size() > ERROR_PAGE_BYTES) {
            return status;
        }
        try {
            ReplyFields response = response(action, answer, cover);
            ReplyFields error = response.object("Error");
            return status
                    + part(", ", error == null ? null : error.wordsOrNull("Code"))
                    + part(": ", error == null ? null : error.wordsOrNull("Message"))
                    + part(", RequestId ", response.wordsOrNull("RequestId"));
        } catch (UnansweredException e) {
            return status;
        }
    }

    private static String part(String before, @Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        return before
                + (words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }
}
