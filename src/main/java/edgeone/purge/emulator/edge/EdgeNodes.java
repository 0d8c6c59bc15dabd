package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Serves GET and HEAD for the site in {@code Host} from the caches, or from the origin. */
public final class EdgeNodes implements LoopbackServer.Handler {
    /** How many nodes there are. */
    public static final int COUNT = 2;

    private static final String LOG_ID = "EO-LOG-UUID";
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control");

    private final List<CacheNode> nodes = List.of(new CacheNode(), new CacheNode());
    private final OriginFetch origin;
    private final Supplier<List<DueChange>> due;
    private final InstantSource clock;
    private final long seed;
    private volatile EdgeFaults faults;

    /**
     * @param due returns the changes due since its last call; called before each request is served
     * @param seed seed of the random numbers that decide about faults
     */
    public EdgeNodes(
            URI origin,
            Supplier<List<DueChange>> due,
            InstantSource clock,
            FaultPlan plan,
            long seed) {
        this.origin = new OriginFetch(origin);
        this.due = due;
        this.clock = clock;
        this.seed = seed;
        this.faults = new EdgeFaults(plan, seed);
    }

    /** Replaces the fault plan. */
    public void play(FaultPlan plan) {
        faults = new EdgeFaults(plan, seed);
    }

    /** One node, whatever the request says. */
    public LoopbackServer.Handler node(int number) {
        return request -> answer(number, request);
    }

    /** When the copy that a node would serve now was fetched or revalidated; empty without one. */
    public Optional<Instant> checkedAt(int number, String host, String path) {
        change();
        return nodes.get(number)
                .look(host, path, "")
                .object()
                .filter(o -> !o.isStale(clock.instant()))
                .map(CachedObject::checkedAt);
    }

    @Override
    public Answer answer(Received request) throws IOException {
        return answer(request.header("X-Edge-Node").orElse("0").equals("1") ? 1 : 0, request);
    }

    private Answer answer(int number, Received request) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new Answer.Whole(Reply.of(405, "text/plain", "GET or HEAD, please\n"));
        }
        EdgeFaults now = faults;
        String object = request.site() + request.target();
        Optional<Answer> instead = now.instead(number, object);
        if (instead.isPresent()) {
            return instead.get();
        }
        change();
        Optional<String> redirect = now.redirect(number, request.site(), request.target());
        Optional<String> vary = now.find(FaultKind.VARY, number, object).map(EdgeFaults::header);
        String variant = vary.flatMap(request::header).orElse("");
        Reply served =
                redirect.isPresent()
                        ? marked(Reply.empty(302).with("Location", redirect.get()), "MISS", 0)
                        : serve(nodes.get(number), request.site(), request.target(), variant);
        Reply told = vary.map(header -> served.with("Vary", header)).orElse(served);
        boolean bare = now.find(FaultKind.BARE, number, object).isPresent();
        Reply reply = bare ? EdgeFaults.bare(told) : told;
        return new Answer.Whole(ByteRange.of(request).map(range -> range.of(reply)).orElse(reply));
    }

    private synchronized void change() {
        for (DueChange change : due.get()) {
            switch (change) {
                case DuePurge purge -> purge(List.of(purge));
                case DuePrefetch prefetch -> nodes.forEach(node -> node.put(prefetch.object()));
            }
        }
        // Those that take effect late.
        purge(List.of());
    }

    private void purge(List<DuePurge> purges) {
        Instant now = clock.instant();
        EdgeFaults struck = faults;
        for (int i = 0; i < nodes.size(); i++) {
            int number = i;
            nodes.get(i).apply(purges, now, o -> struck.delay(number, o.host() + o.path()));
        }
    }

    private Reply serve(CacheNode node, String host, String path, String variant)
            throws IOException {
        CacheNode.Look look = node.look(host, path, variant);
        Instant now = clock.instant();
        if (look.object().isEmpty()) {
            return fetched(node, look, host, path, origin.get(host, path, List.of()));
        }
        CachedObject had = look.object().get();
        if (!had.isStale(now)) {
            return reply(had.reply(), "HIT", had.age(now));
        }
        OriginReply checked = origin.get(host, path, had.conditions());
        if (checked.status() != 304) {
            return fetched(node, look, host, path, checked);
        }
        node.keep(had.confirmed(clock.instant()), look);
        return reply(had.reply(), "RefreshHit", 0);
    }

    private Reply fetched(
            CacheNode node, CacheNode.Look look, String host, String path, OriginReply reply) {
        if (reply.mayBeCached()) {
            node.keep(CachedObject.of(host, path, reply, clock.instant()), look);
        }
        return reply(reply, "MISS", 0);
    }

    private static Reply reply(OriginReply from, String status, long age) {
        Reply reply = Reply.empty(from.status()).withBody(from.body());
        for (String name : PASSED_ON) {
            var value = from.header(name);
            if (value.isPresent()) {
                reply = reply.with(name, value.get());
            }
        }
        return marked(reply, status, age);
    }

    private static Reply marked(Reply reply, String status, long age) {
        return reply.with("EO-Cache-Status", status)
                .with("Age", String.valueOf(age))
                .with(LOG_ID, UUID.randomUUID().toString());
    }
}
