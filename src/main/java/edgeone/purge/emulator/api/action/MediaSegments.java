package edgeone.purge.emulator.api.action;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fetches what M3U8 playlists name. Invented: playlists are followed 3 deep, counting that of the
 * target; each URL is fetched once, and each costs quota, playlists too; what the quota does not
 * take, is of another zone or cannot be fetched is left out without a word.
 */
final class MediaSegments {
    private static final int DEEPEST = 3;

    private final PrefetchSource source;
    private final List<PrefetchSource.Field> headers;
    private final Predicate<String> hosts;
    private final Set<UrlParts> seen = new HashSet<>();
    private long left;
    private int fetched;

    /**
     * @param hosts those of the zone
     * @param left how many the quota takes
     */
    MediaSegments(
            PrefetchSource source,
            List<PrefetchSource.Field> headers,
            Predicate<String> hosts,
            long left) {
        this.source = source;
        this.headers = headers;
        this.hosts = hosts;
        this.left = left;
    }

    /** How many were fetched. */
    int fetched() {
        return fetched;
    }

    /** Fetches what the playlist of a target names. */
    void fetch(PrefetchSource.For row, String target, String playlist) {
        follow(row, target, playlist, 1);
    }

    private void follow(PrefetchSource.For row, String base, String playlist, int depth) {
        for (String line : playlist.lines().map(String::strip).toList()) {
            if (left == 0) {
                return;
            }
            if (!line.isEmpty() && !line.startsWith("#")) {
                String address = resolved(base, line);
                UrlParts url = UrlParts.of(address).orElse(null);
                if (url != null && hosts.test(url.authority()) && seen.add(url)) {
                    fetch(row, address, url, depth);
                }
            }
        }
    }

    private void fetch(PrefetchSource.For row, String address, UrlParts url, int depth) {
        if (depth == DEEPEST && url.path().endsWith(".m3u8")) {
            return;
        }
        try {
            PrefetchSource.Answer answer = source.fetch(row, url, headers);
            if (answer.isSuccess()) {
                left--;
                fetched++;
                follow(row, address, answer.playlist(), depth + 1);
            }
        } catch (IOException e) {
            // Left out.
        }
    }

    private static String resolved(String base, String line) {
        try {
            return URI.create(base).resolve(line).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
