package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Serves GET and HEAD for the site in {@code Host} from the caches, or from the origin. */
public final class EdgeNodes implements LoopbackServer.Handler {
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control");

    private final List<CacheNode> nodes = List.of(new CacheNode(), new CacheNode());
    private final OriginFetch origin;
    private final Supplier<List<DueChange>> due;
    private final InstantSource clock;

    /**
     * @param due returns the changes due since its last call; called before each request is served
     */
    public EdgeNodes(URI origin, Supplier<List<DueChange>> due, InstantSource clock) {
        this.origin = new OriginFetch(origin);
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Answer answer(Received request) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new Answer.Whole(Reply.of(405, "text/plain", "GET or HEAD, please\n"));
        }
        change();
        CacheNode node = nodes.get(request.header("X-Edge-Node").orElse("0").equals("1") ? 1 : 0);
        return new Answer.Whole(serve(node, request.site(), request.target()));
    }

    private synchronized void change() {
        for (DueChange change : due.get()) {
            switch (change) {
                case DuePurge purge -> nodes.forEach(node -> node.apply(List.of(purge)));
                case DuePrefetch prefetch -> nodes.forEach(node -> node.put(prefetch.object()));
            }
        }
    }

    private Reply serve(CacheNode node, String host, String path) throws IOException {
        CacheNode.Look look = node.look(host, path);
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
        return reply.with("EO-Cache-Status", status).with("Age", String.valueOf(age));
    }
}
