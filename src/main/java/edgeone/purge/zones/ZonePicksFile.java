package edgeone.purge.zones;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;
import edgeone.purge.json.JsonTree;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the picks of each account in {@code zones/} of a home folder. A damaged file is set aside,
 * for nobody else knows what it held. Thread-safe.
 */
public final class ZonePicksFile {
    private static final Logger LOG = LoggerFactory.getLogger(ZonePicksFile.class);

    private final Path folder;
    private final Clock clock;
    private final JsonTree json = new JsonTree();

    /**
     * Reads and writes nothing yet.
     *
     * @param home a home folder
     */
    public ZonePicksFile(Path home, Clock clock) {
        folder = home.resolve("zones");
        this.clock = clock;
    }

    /** The picks; none where there is no file that can be used. */
    public ZonePicks read(ZoneOwner owner) {
        try {
            return file(owner).read().flatMap(this::picks).orElse(ZonePicks.NONE);
        } catch (IOException e) {
            LOG.warn("marked zones not read: {}", e.getMessage());
            return ZonePicks.NONE;
        }
    }

    /**
     * Changes the picks as they are on disk, so that another window's are kept.
     *
     * @return the new picks, also where they could not be kept
     */
    public ZonePicks change(ZoneOwner owner, UnaryOperator<ZonePicks> change) {
        PrivateFile file = file(owner);
        ZonePicks changed = change.apply(read(owner));
        try (FileGuard _ = FileGuard.of(file)) {
            Optional<byte[]> before = file.read();
            Optional<ZonePicks> picks = before.flatMap(this::picks);
            if (before.isPresent() && picks.isEmpty()) {
                file.setAside(clock);
            }
            changed = change.apply(picks.orElse(ZonePicks.NONE));
            file.write(bytes(changed));
        } catch (IOException e) {
            LOG.warn("marked zones not kept: {}", e.getMessage());
        }
        return changed;
    }

    private byte[] bytes(ZonePicks picks) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("favourites", picks.favourites());
        root.put("recent", picks.recent());
        return json.bytes(root);
    }

    private Optional<ZonePicks> picks(byte[] bytes) {
        return json.object(bytes)
                .flatMap(
                        root ->
                                strings(root.get("favourites"))
                                        .flatMap(
                                                favourites ->
                                                        strings(root.get("recent"))
                                                                .map(
                                                                        recent ->
                                                                                new ZonePicks(
                                                                                        favourites,
                                                                                        recent))));
    }

    private static Optional<List<String>> strings(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().map(String.class::cast).toList())
                : Optional.empty();
    }

    private PrivateFile file(ZoneOwner owner) {
        return new PrivateFile(folder.resolve(owner.fileName() + ".picks.json"));
    }
}
