package edgeone.purge.secrets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets in memory until the program ends. */
public final class SessionStore implements SecretStore, AutoCloseable {
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public StoreKind kind() {
        return StoreKind.SESSION;
    }

    @Override
    public Optional<Secret> load(String id) {
        return Optional.ofNullable(secrets.get(id)).map(Secret::copy);
    }

    @Override
    public void save(String id, Secret secret) {
        Secret before = secrets.put(id, secret.copy());
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void remove(String id) {
        Secret before = secrets.remove(id);
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        secrets.keySet().forEach(this::remove);
    }
}
