package edgeone.purge.emulator;

import edgeone.purge.emulator.api.action.PrefetchSource;
import edgeone.purge.emulator.api.action.UrlParts;
import edgeone.purge.emulator.edge.CachedObject;
import edgeone.purge.emulator.edge.OriginPull;
import edgeone.purge.emulator.http.Header;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What prefetches fetched and is in no cache yet. A purge that takes effect meanwhile empties the
 * shelf too: what was fetched before it must not survive it. Thread-safe.
 */
final class PrefetchShelf implements PrefetchSource {
    private final OriginPull origin;
    private final Map<Row, List<Shelved>> rows = new LinkedHashMap<>();

    private record Row(String ticket, int row) {}

    /** An object, and when it was asked for by the service's clock. */
    private record Shelved(CachedObject object, Instant at) {}

    PrefetchShelf(OriginPull origin) {
        this.origin = origin;
    }

    @Override
    public Answer fetch(For row, UrlParts url, List<Field> headers) throws IOException {
        OriginPull.Pulled pulled =
                origin.pull(
                        url.authority(),
                        url.path(),
                        headers.stream().map(h -> new Header(h.name(), h.value())).toList());
        pulled.object().ifPresent(object -> keep(row, object));
        return new Answer(pulled.status(), pulled.playlist());
    }

    private synchronized void keep(For row, CachedObject object) {
        rows.computeIfAbsent(new Row(row.ticket(), row.row()), r -> new ArrayList<>())
                .add(new Shelved(object, row.at()));
    }

    @Override
    public synchronized void forget(String ticket) {
        rows.keySet().removeIf(row -> row.ticket().equals(ticket));
    }

    /** Removes and returns what was fetched for a row. */
    synchronized List<CachedObject> take(String ticket, int row) {
        return Optional.ofNullable(rows.remove(new Row(ticket, row))).orElse(List.of()).stream()
                .map(Shelved::object)
                .toList();
    }

    /** A purge took effect. */
    synchronized void purge(Predicate<CachedObject> matches, Instant at) {
        Iterator<List<Shelved>> each = rows.values().iterator();
        while (each.hasNext()) {
            List<Shelved> shelved = each.next();
            shelved.removeIf(s -> !s.at().isAfter(at) && matches.test(s.object()));
            if (shelved.isEmpty()) {
                each.remove();
            }
        }
    }
}
