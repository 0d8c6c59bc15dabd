package edgeone.purge.engine.calls;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.journal.calls.NewCall;
import edgeone.purge.journal.calls.Packed;
import edgeone.purge.teo.TaskKind;
import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallSubject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes of what the client told what the journal keeps. Used by one thread. */
final class CallNotes {
    /** Their requests follow from job and batch. */
    private static final Set<String> DERIVED =
            Set.of(TaskKind.PURGE.create(), TaskKind.PREFETCH.create());

    /** Longer than any code or RequestId, in characters. */
    private static final int LONGEST = 200;

    private final UnaryOperator<String> cover;
    private final Attempts attempts = new Attempts();

    /**
     * @param cover removes secrets from text
     */
    CallNotes(UnaryOperator<String> cover) {
        this.cover = cover;
    }

    NewCall of(CallReport call, Instant at) {
        CallSubject subject = call.subject();
        Integer batch = subject == null || subject.batch() == 0 ? null : subject.batch();
        boolean derived = DERIVED.contains(call.action()) && batch != null;
        RequestFacts facts = RequestFacts.of(call.request().start());
        CallBody reply = call.reply();
        return new NewCall(
                at,
                call.action(),
                ApiDescription.teo().reads(call.action()),
                facts.zone(),
                subject == null ? null : subject.jobId(),
                batch,
                attempts.next(call),
                call.took().toMillis(),
                call.status(),
                covered(call.code()),
                covered(call.requestId()),
                derived ? facts.targets() : null,
                derived ? null : packed(call.request()),
                reply == null ? null : packed(reply),
                reply == null ? null : reply.size());
    }

    /** Without secrets, and shortened if it is from a server that sends anything. */
    private @Nullable String covered(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String covered = cover.apply(text);
        return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + "…";
    }

    private Packed packed(CallBody body) {
        // Shown parsed, a secret that was escaped would be plain again.
        return Packed.of(body.start(), body.size(), text -> cover.apply(PlainJson.of(text)));
    }
}
