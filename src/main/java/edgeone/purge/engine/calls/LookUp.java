package edgeone.purge.engine.calls;

import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.Trace;
import edgeone.purge.model.call.TracedJob;
import edgeone.purge.teo.error.PastedError;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up what a person pasted, an error code, a reply or a RequestId, among the calls that were
 * recorded.
 */
public final class LookUp {
    private final Calls calls;

    public LookUp(Calls calls) {
        this.calls = calls;
    }

    /** What a text came to. */
    public sealed interface Answer {
        /**
         * It has an error.
         *
         * @param trace what met this error or, where only a RequestId was given, that request
         */
        record Failure(PastedError error, Trace trace) implements Answer {}

        /** It is the RequestId of a request without an error. */
        record NoError(String requestId, Trace trace) implements Answer {}

        /** It is a RequestId that the journal does not have. */
        record Unknown(String requestId) implements Answer {}

        /** It is a reply that reports no error. */
        record Success() implements Answer {}

        /** There is nothing in it to look up. */
        record Nothing() implements Answer {}
    }

    /**
     * Looks a text up. Blocks on disk I/O; use any thread but the JavaFX thread.
     *
     * @param limit how many calls at the most, and how many jobs
     */
    public Answer of(String pasted, int limit) {
        Optional<PastedError> error = PastedError.in(pasted);
        if (error.isPresent()) {
            return new Answer.Failure(error.get(), calls.ofCode(error.get().code(), limit));
        }
        if (PastedError.isSuccess(pasted)) {
            return new Answer.Success();
        }
        return PastedError.requestIdIn(pasted).map(this::ofRequest).orElseGet(Answer.Nothing::new);
    }

    private Answer ofRequest(String id) {
        Trace trace = calls.ofRequest(id);
        if (trace.isEmpty()) {
            return new Answer.Unknown(id);
        }
        Optional<Answer> failed =
                Stream.concat(
                                trace.calls().stream().map(Call::code),
                                trace.jobs().stream().map(TracedJob::code))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(code -> new Answer.Failure(new PastedError(code, id), trace));
        return failed.orElseGet(() -> new Answer.NoError(id, trace));
    }
}
