package edgeone.purge.secrets;

import edgeone.purge.secrets.SecretStoreException.Reason;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stores secrets in the operating system's keychain: one entry per secret, or, if that is too long,
 * an entry with the number and names of its parts.
 */
public final class KeychainStore implements SecretStore {
    private static final Pattern PARTS = Pattern.compile("parts:([0-9a-f]{8}):(\\d{1,4})");

    private static final Duration LONGEST_PROMPT = Duration.ofMinutes(2);

    private final Keychain keychain;
    private final SecretJson json = new SecretJson();

    KeychainStore(Keychain keychain) {
        this.keychain = keychain;
    }

    /** Finds the keychain; empty if there is none. Reads nothing and causes no prompt. */
    public static Optional<KeychainStore> find(KeychainProbe probe) {
        SecretServiceLock lock = new SecretServiceLock(probe.hasScreen(), LONGEST_PROMPT);
        return probe.find().map(type -> new KeychainStore(new SystemKeychain(type, lock)));
    }

    @Override
    public StoreKind kind() {
        return StoreKind.KEYCHAIN;
    }

    @Override
    public Optional<Secret> load(String id) throws SecretStoreException {
        Optional<String> entry = keychain.get(id);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(entry.get());
        byte[] bytes =
                (parts.matches() ? joined(id, parts) : entry.get())
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(json.read(bytes));
        } catch (SecretJson.MalformedException e) {
            throw new SecretStoreException(Reason.KEYCHAIN_DAMAGED, "", e);
        } finally {
            Wipe.bytes(bytes);
        }
    }

    /** The old secret stays valid until the entry itself is replaced, the second to last step. */
    @Override
    public void save(String id, Secret secret) throws SecretStoreException {
        Optional<String> before = keychain.get(id);
        byte[] bytes = json.write(secret);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        Wipe.bytes(bytes);
        int longest = keychain.longest();
        if (text.length() <= longest) {
            keychain.put(id, text);
        } else {
            byte[] generation = new byte[4];
            new SecureRandom().nextBytes(generation);
            String name = HexFormat.of().formatHex(generation);
            int count = Math.ceilDiv(text.length(), longest);
            for (int n = 1; n <= count; n++) {
                int from = (n - 1) * longest;
                String part = text.substring(from, Math.min(text.length(), from + longest));
                keychain.put(partName(id, name, n), part);
            }
            keychain.put(id, "parts:" + name + ":" + count);
        }
        if (before.isPresent()) {
            deleteParts(id, before.get());
        }
    }

    @Override
    public void remove(String id) throws SecretStoreException {
        Optional<String> before = keychain.get(id);
        if (before.isPresent()) {
            keychain.delete(id);
            deleteParts(id, before.get());
        }
    }

    private String joined(String id, Matcher parts) throws SecretStoreException {
        StringBuilder text = new StringBuilder();
        int count = Integer.parseInt(parts.group(2));
        for (int n = 1; n <= count; n++) {
            text.append(
                    keychain.get(partName(id, parts.group(1), n))
                            .orElseThrow(
                                    () -> new SecretStoreException(Reason.KEYCHAIN_DAMAGED, "")));
        }
        return text.toString();
    }

    private void deleteParts(String id, String entry) throws SecretStoreException {
        Matcher parts = PARTS.matcher(entry);
        if (parts.matches()) {
            for (int n = 1; n <= Integer.parseInt(parts.group(2)); n++) {
                keychain.delete(partName(id, parts.group(1), n));
            }
        }
    }

    private static String partName(String id, String generation, int n) {
        return id + "." + generation + "." + n;
    }
}
