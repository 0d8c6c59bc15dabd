package edgeone.purge.teo;

import edgeone.purge.messages.Language;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.reply.Answer;
import edgeone.purge.teo.reply.ReplyClock;
import edgeone.purge.teo.reply.ReplyFields;
import edgeone.purge.teo.reply.ReplyReader;
import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallSubject;
import edgeone.purge.teo.watch.CallWatcher;

import okhttp3.Request;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes one API call: sets headers, sends, opens the reply, and retries once with a corrected
 * clock.
 */
final class Caller {
    static final String VERSION = "2022-09-01";

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final String PROGRAM = "edgeone-purge";

    private final Exchange exchange;
    private final TeoEndpoint endpoint;
    private final Supplier<Credentials> credentials;
    private final RequestGate gate;
    private final ReplyClock clock;
    private final Supplier<Language> language;
    private final @Nullable String region;
    private final SecretCover cover;
    private final CallWatcher watcher;
    private final @Nullable CallSubject subject;

    Caller(
            Exchange exchange,
            TeoEndpoint endpoint,
            Supplier<Credentials> credentials,
            RequestGate gate,
            ReplyClock clock,
            Supplier<Language> language,
            @Nullable String region,
            SecretCover cover,
            CallWatcher watcher,
            @Nullable CallSubject subject) {
        this.cover = cover;
        this.watcher = watcher;
        this.subject = subject;
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.gate = gate;
        this.clock = clock;
        this.language = language;
        this.region = region;
    }

    /** The same, for calls that are made for {@code now}. */
    Caller about(CallSubject now) {
        return with(watcher, now);
    }

    /** The same, of which {@code also} hears too. */
    Caller heard(CallWatcher also) {
        CallWatcher first = watcher;
        return with(
                report -> {
                    first.ended(report);
                    also.ended(report);
                },
                subject);
    }

    private Caller with(CallWatcher told, @Nullable CallSubject now) {
        return new Caller(
                exchange,
                endpoint,
                credentials,
                gate,
                clock,
                language,
                region,
                cover,
                told,
                now);
    }

    ReplyFields call(String action, byte[] body) throws TeoException, InterruptedException {
        return call(action, body, Departure.FREE);
    }

    ReplyFields call(String action, byte[] body, Departure departure)
            throws TeoException, InterruptedException {
        Attempt first = new Attempt(action, body, credentials.get(), departure);
        try {
            return attempt(first);
        } catch (RefusedException e) {
            if (!clock.refused(e.code(), first.offset())) {
                throw e;
            }
        }
        // The refusal proves that EdgeOne did not accept the request, so this does not purge twice.
        return attempt(new Attempt(action, body, credentials.get(), departure));
    }

    private ReplyFields attempt(Attempt attempt) throws TeoException, InterruptedException {
        try {
            Answer answer = exchange.send(attempt, head(attempt));
            ReplyFields fields = ReplyReader.open(attempt.action(), answer, cover);
            ended(attempt, null, fields.wordsOrNull("RequestId"));
            return fields;
        } catch (TeoException e) {
            if (!heldBack(attempt, e)) {
                ended(attempt, e.code(), e.requestId());
            }
            if (e.code().startsWith("RequestLimitExceeded")) {
                gate.throttled(attempt.action(), e.detail());
            }
            throw e;
        }
    }

    /** Whether it was called off before anything left; then there was no call. */
    private static boolean heldBack(Attempt attempt, TeoException e) {
        return !attempt.sent() && e.code().equals(UnreachableException.CANCELED);
    }

    private void ended(Attempt attempt, @Nullable String code, @Nullable String requestId) {
        Duration took = attempt.took();
        LOG.debug(
                "{} {} {} RequestId {} {} ms",
                attempt.action(),
                endpoint,
                code == null ? "ok" : code,
                requestId,
                took.toMillis());
        Attempt.Heard heard = attempt.heard();
        try {
            watcher.ended(
                    new CallReport(
                            attempt.action(),
                            CallBody.of(attempt.body(), attempt.body().length),
                            subject,
                            took,
                            heard == null ? null : heard.status(),
                            heard == null ? null : heard.body(),
                            code,
                            requestId));
        } catch (RuntimeException e) {
            LOG.warn("a call was not recorded", e);
        }
    }

    private Request.Builder head(Attempt attempt) {
        Request.Builder head =
                new Request.Builder()
                        .header("X-TC-Action", attempt.action())
                        .header("X-TC-Version", VERSION)
                        .header("X-TC-Language", language.get().apiName())
                        .header("X-TC-RequestClient", PROGRAM + "_" + version())
                        .header("User-Agent", PROGRAM + "/" + version());
        String token = attempt.credentials().token();
        if (token != null) {
            head.header("X-TC-Token", token);
        }
        if (region != null) {
            head.header("X-TC-Region", region);
        }
        return head;
    }

    private static String version() {
        String version = Caller.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
