package edgeone.purge.accounts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every secret this run has met, so that none of them leaves in a support bundle. */
public final class KnownSecrets implements AutoCloseable {
    private final List<Known> all = new ArrayList<>();

    /** A secret's characters and whose they are. */
    private record Known(String name, CharArray text) {}

    /** Characters that are neither shown nor compared as a record would. */
    private static final class CharArray {
        private final char[] characters;

        CharArray(char[] characters) {
            this.characters = characters;
        }
    }

    /** Remembers key and token; {@code name} says in a finding whose they are. */
    public void add(String name, Secret secret) {
        remember(name, secret.key());
        remember(name, secret.token());
    }

    private synchronized void remember(String name, char @Nullable [] text) {
        if (text == null || contains(text)) {
            Wipe.chars(text);
            return;
        }
        all.add(new Known(name, new CharArray(text)));
    }

    private boolean contains(char[] text) {
        return all.stream().anyMatch(k -> Arrays.equals(k.text().characters, text));
    }

    /** A scan for all of them. */
    public synchronized SecretScan scan() {
        SecretScan.Builder builder = SecretScan.builder();
        all.forEach(k -> builder.secret(k.name(), k.text().characters));
        return builder.build();
    }

    @Override
    public synchronized void close() {
        all.forEach(k -> Wipe.chars(k.text().characters));
        all.clear();
    }
}
