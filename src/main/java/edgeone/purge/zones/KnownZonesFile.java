package edgeone.purge.zones;

import edgeone.purge.files.PrivateFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what is known of each account's zones in {@code zones/} of a home folder. Thread-safe. */
public final class KnownZonesFile {
    private static final Logger LOG = LoggerFactory.getLogger(KnownZonesFile.class);

    private final Path folder;
    private final KnownZonesJson json = new KnownZonesJson();

    /**
     * Reads and writes nothing yet.
     *
     * @param home a home folder; {@code zones/} in it is created when first needed
     */
    public KnownZonesFile(Path home) {
        folder = home.resolve("zones");
    }

    /** What is known; empty where nothing is, also where a file is damaged or another's. */
    public Optional<KnownZones> read(ZoneOwner owner) {
        try {
            return file(owner)
                    .read()
                    .flatMap(json::read)
                    .filter(known -> known.owner().equals(owner));
        } catch (IOException e) {
            LOG.warn("known zones not read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps what is known, instead of what any file of the account held. */
    public synchronized void write(KnownZones known) {
        try {
            file(known.owner()).write(json.write(known));
        } catch (IOException e) {
            LOG.warn("known zones not kept: {}", e.getMessage());
        }
    }

    private PrivateFile file(ZoneOwner owner) {
        return new PrivateFile(folder.resolve(owner.fileName() + ".json"));
    }
}
