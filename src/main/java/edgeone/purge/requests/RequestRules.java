package edgeone.purge.requests;

import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;

import java.util.function.UnaryOperator;

/** What a request must be to be kept. */
final class RequestRules {
    /** In characters. */
    private static final int LONGEST_NAME = 60;

    private static final String ACTION = "[A-Za-z][A-Za-z0-9]*";

    private RequestRules() {}

    /**
     * @param cover removes secrets from text
     */
    static void check(SavedRequest request, UnaryOperator<String> cover) throws RequestException {
        checkName(request.name());
        checkContent(request);
        for (String text : new String[] {request.name(), request.body()}) {
            if (!cover.apply(text).equals(text)) {
                throw new RequestException(RequestProblem.SECRET);
            }
        }
    }

    static void checkName(String name) throws RequestException {
        if (name.isBlank()) {
            throw new RequestException(RequestProblem.NAME_BLANK);
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new RequestException(RequestProblem.NAME_TOO_LONG, name, LONGEST_NAME);
        }
        if (!name.equals(name.strip()) || name.codePoints().anyMatch(RequestRules::isOdd)) {
            throw new RequestException(RequestProblem.NAME_ODD, name);
        }
    }

    static void checkContent(SavedRequest request) throws RequestException {
        if (!request.action().matches(ACTION)) {
            throw new RequestException(RequestProblem.ACTION_ODD, request.name(), request.action());
        }
        try {
            JsonReading.object(request.body());
        } catch (JsonFaultException e) {
            throw new RequestException(
                    RequestProblem.NOT_JSON, request.name(), e.line(), e.column());
        }
    }

    /** Characters that do not show, or that turn the text around. */
    private static boolean isOdd(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    true;
            default -> false;
        };
    }
}
