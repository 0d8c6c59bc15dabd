package edgeone.purge.emulator.origin;

import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.faults.FaultRule;
import edgeone.purge.emulator.faults.ObjectDice;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.Header;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves the files of every site. */
public final class OriginSite implements LoopbackServer.Handler {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LOG = "/_log";
    private static final int LONGEST_FILE = 64 * 1024 * 1024;
    private static final int MOST_LINES = 10_000;
    private static final List<String> REMEMBERED =
            List.of("Content-Type", "Cache-Tag", "Cache-Control");

    private final InstantSource clock;
    private final long seed;
    private final Map<String, Change> changed = new HashMap<>();
    private final Deque<ObjectNode> log = new ArrayDeque<>();
    private volatile ObjectDice faults;

    /**
     * A file that was changed.
     *
     * @param from when it is served from on
     */
    private record Change(Optional<OriginFile> before, Optional<OriginFile> after, Instant from) {}

    /**
     * @param seed seed of the random numbers that decide about faults
     */
    public OriginSite(InstantSource clock, FaultPlan plan, long seed) {
        this.clock = clock;
        this.seed = seed;
        this.faults = new ObjectDice(plan, seed);
    }

    /** Replaces the fault plan. */
    public void play(FaultPlan plan) {
        faults = new ObjectDice(plan, seed);
    }

    @Override
    public Answer answer(Received request) throws IOException {
        if (request.path().equals(LOG)) {
            return new Answer.Whole(log(request.method()));
        }
        Reply reply =
                switch (request.method()) {
                    case "GET", "HEAD" -> get(request);
                    case "PUT" -> put(request);
                    case "DELETE" -> change(request, Optional.empty());
                    default -> Reply.of(405, "text/plain", "GET, HEAD, PUT or DELETE, please\n");
                };
        note(request, reply.status());
        return new Answer.Whole(reply);
    }

    private Reply get(Received request) {
        Optional<OriginFile> file = file(request.site(), request.target());
        if (file.isEmpty()) {
            return Reply.of(404, "text/plain", "no such file\n");
        }
        boolean known =
                file.get()
                        .isKnown(
                                request.header("If-None-Match"),
                                request.header("If-Modified-Since"));
        return file.get().reply(known ? 304 : 200);
    }

    private Reply put(Received request) throws IOException {
        Optional<byte[]> body = request.body(LONGEST_FILE);
        if (body.isEmpty()) {
            return Reply.of(413, "text/plain", "too long\n");
        }
        List<Header> headers = new ArrayList<>();
        for (String name : REMEMBERED) {
            request.header(name).ifPresent(value -> headers.add(new Header(name, value)));
        }
        return change(request, Optional.of(new OriginFile(body.get(), headers, clock.instant())));
    }

    private synchronized Reply change(Received request, Optional<OriginFile> file) {
        String object = request.site() + request.target();
        double late =
                faults.at(FaultRule.ORIGIN, FaultKind.LATE, 0, object)
                        .map(rule -> rule.number(0))
                        .orElse(0.0);
        Instant from = clock.instant().plusMillis(Math.round(late * 1_000));
        changed.put(object, new Change(file(request.site(), request.target()), file, from));
        return Reply.of(200, "text/plain", file.isPresent() ? "changed\n" : "removed\n");
    }

    private synchronized Optional<OriginFile> file(String site, String target) {
        Change put = changed.get(site + target);
        if (put == null) {
            return sample(site, target);
        }
        return clock.instant().isBefore(put.from) ? put.before : put.after;
    }

    private static Optional<OriginFile> sample(String site, String target) {
        return switch (target) {
            case "/", "/index.html" ->
                    Optional.of(
                            OriginFile.sample(
                                    "text/html; charset=utf-8",
                                    "pages",
                                    "<!DOCTYPE html><title>"
                                            + site
                                            + "</title><h1>"
                                            + site
                                            + "</h1>\n"));
            case "/a.txt", "/test/a.txt", "/test/b.txt" ->
                    Optional.of(
                            OriginFile.sample(
                                    "text/plain; charset=utf-8",
                                    "pages,texts",
                                    target + " of " + site + "\n"));
            case "/css/site.css" ->
                    Optional.of(OriginFile.sample("text/css", "assets", "body { margin: 2em; }\n"));
            case "/img/logo.svg" ->
                    Optional.of(
                            OriginFile.sample(
                                    "image/svg+xml",
                                    "assets,images",
                                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\""
                                            + " height=\"9\"/>\n"));
            default -> Optional.empty();
        };
    }

    private synchronized Reply log(String method) {
        if (method.equals("DELETE")) {
            log.clear();
        }
        ArrayNode lines = MAPPER.createArrayNode();
        log.forEach(lines::add);
        return Reply.of(200, "application/json", MAPPER.writeValueAsBytes(lines));
    }

    private synchronized void note(Received request, int status) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("time", clock.instant().toString());
        line.put("method", request.method());
        line.put("host", request.site());
        line.put("path", request.target());
        request.header("If-None-Match").ifPresent(v -> line.put("ifNoneMatch", v));
        request.header("If-Modified-Since").ifPresent(v -> line.put("ifModifiedSince", v));
        line.put("status", status);
        if (log.size() >= MOST_LINES) {
            log.removeFirst();
        }
        log.addLast(line);
    }
}
