package edgeone.purge.secrets;

import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.error.SecretCover;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Every secret this run has seen, so that none ends up in a stored reply, a log or a support
 * bundle. Thread-safe.
 */
public final class KnownSecrets implements SecretCover, AutoCloseable {
    /** A shorter secret may be an ordinary word and would be removed where it is not a secret. */
    private static final int SHORTEST_IN_WORDS = 8;

    /** Secrets shorter than any real key are never removed from a target or an ID. */
    private static final int SHORTEST_IN_VALUES = 16;

    private static final int SHORTEST_PASSPHRASE = 12;

    /** Secret only for a while, but no reader needs it. */
    private static final Pattern SIGNATURE = Pattern.compile("(?i)(Signature=)[0-9a-f]{64}");

    private final List<Known> all = new ArrayList<>();
    private final List<String> tooShort = new ArrayList<>();
    private @Nullable Covers covers;

    private enum Kind {
        KEY,
        PASSWORD,
        PASSPHRASE
    }

    /** A secret's characters and the name of their owner. */
    private record Known(String name, Kind kind, CharArray text) {
        int length() {
            return text.characters.length;
        }
    }

    /** Built once and reused until the next secret is added. */
    private record Covers(SecretScan words, SecretScan values) {}

    /** Characters without a record's {@code toString} and {@code equals}. */
    private static final class CharArray {
        private final char[] characters;

        CharArray(char[] characters) {
            this.characters = characters;
        }
    }

    /**
     * Remembers key and token under {@code name}, which findings show as their owner. Replaces an
     * earlier name, since an account may have been renamed.
     */
    public void add(String name, Secret secret) {
        rename(name, secret.key());
        rename(name, secret.token());
        remember(name, Kind.KEY, secret.key());
        remember(name, Kind.KEY, secret.token());
    }

    /** Remembers a client's credentials, named by their ID unless already named. */
    public void add(Credentials credentials) {
        String name = "SecretId " + Fingerprint.of(credentials.secretId());
        String token = credentials.token();
        remember(name, Kind.KEY, credentials.secretKey().toCharArray());
        remember(name, Kind.KEY, token == null ? null : token.toCharArray());
    }

    public void addProxyPassword(String name, Secret secret) {
        remember(name, Kind.PASSWORD, secret.key());
    }

    public void addTeamPassword(String name, Secret secret) {
        remember(name, Kind.PASSWORD, secret.key());
    }

    /**
     * Remembers a passphrase for {@link #scan} only. One under 12 characters may be an ordinary
     * word in a log and is not searched for; {@link #tooShort} says so.
     */
    public void addPassphrase(String name, char[] passphrase) {
        if (passphrase.length >= SHORTEST_PASSPHRASE) {
            remember(name, Kind.PASSPHRASE, passphrase.clone());
        } else {
            rememberShort(name);
        }
    }

    private synchronized void rememberShort(String name) {
        if (!tooShort.contains(name)) {
            tooShort.add(name);
        }
    }

    /** The names of secrets that are too short to search for. */
    public synchronized List<String> tooShort() {
        return List.copyOf(tooShort);
    }

    private synchronized void remember(String name, Kind kind, char @Nullable [] text) {
        if (text == null || contains(text)) {
            Wipe.chars(text);
            return;
        }
        all.add(new Known(name, kind, new CharArray(text)));
        covers = null;
    }

    private synchronized void rename(String name, char @Nullable [] text) {
        if (text == null) {
            return;
        }
        all.replaceAll(
                k ->
                        k.kind() == Kind.KEY && Arrays.equals(k.text().characters, text)
                                ? new Known(name, k.kind(), k.text())
                                : k);
        Wipe.chars(text);
    }

    private boolean contains(char[] text) {
        return all.stream().anyMatch(k -> Arrays.equals(k.text().characters, text));
    }

    /** The names of known secrets, in the order they were added. */
    public synchronized List<String> names() {
        return all.stream().map(Known::name).distinct().toList();
    }

    /** A scan for all of them. */
    public synchronized SecretScan scan() {
        return scan(k -> true);
    }

    @Override
    public String words(String text) {
        String covered = covers().words().cover(text);
        return covered.contains("ignature=")
                ? SIGNATURE.matcher(covered).replaceAll("$1***")
                : covered;
    }

    @Override
    public String value(String text) {
        return covers().values().cover(text);
    }

    private synchronized Covers covers() {
        Covers made = covers;
        if (made == null) {
            made =
                    new Covers(
                            scan(
                                    k ->
                                            k.kind() != Kind.PASSPHRASE
                                                    && k.length() >= SHORTEST_IN_WORDS),
                            scan(k -> k.kind() == Kind.KEY && k.length() >= SHORTEST_IN_VALUES));
            covers = made;
        }
        return made;
    }

    private SecretScan scan(Predicate<Known> wanted) {
        SecretScan.Builder builder = SecretScan.builder();
        all.stream().filter(wanted).forEach(k -> builder.secret(k.name(), k.text().characters));
        return builder.build();
    }

    @Override
    public synchronized void close() {
        all.forEach(k -> Wipe.chars(k.text().characters));
        all.clear();
        tooShort.clear();
        covers = null;
    }
}
