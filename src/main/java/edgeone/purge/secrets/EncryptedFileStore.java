package edgeone.purge.secrets;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;
import edgeone.purge.secrets.SecretStoreException.Reason;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Stores secrets in {@code secrets.enc}, encrypted with a key derived from a passphrase. The
 * passphrase is requested once per run; the derived key stays in memory until {@link #close}. A
 * forgotten passphrase cannot be recovered: {@link #startAnew} sets the file aside, and the secrets
 * must be entered again.
 */
public final class EncryptedFileStore implements SecretStore, AutoCloseable {
    private final PrivateFile file;
    private final PassphraseSource source;
    private final Clock clock;
    private final SecretJson json = new SecretJson();
    private @Nullable Unlocked unlocked;

    /** A key, and the salt and iteration count it was derived with. */
    private static final class Unlocked {
        private final byte[] master;
        private final byte[] salt;
        private final int iterations;

        Unlocked(byte[] master, byte[] salt, int iterations) {
            this.master = master;
            this.salt = salt;
            this.iterations = iterations;
        }

        boolean isOf(SecretsEnvelope envelope) {
            return iterations == envelope.iterations() && Arrays.equals(salt, envelope.salt());
        }
    }

    /** A change of all secrets held. */
    private interface Change {
        void apply(Map<String, Secret> secrets);
    }

    /**
     * @param home folder that holds {@code secrets.enc}; created when first needed
     */
    public EncryptedFileStore(Path home, PassphraseSource source, Clock clock) {
        this.file = new PrivateFile(home.resolve("secrets.enc"));
        this.source = source;
        this.clock = clock;
    }

    @Override
    public StoreKind kind() {
        return StoreKind.FILE;
    }

    @Override
    public synchronized Optional<Secret> load(String id) throws SecretStoreException {
        Optional<SecretsEnvelope> envelope = envelope();
        if (envelope.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Secret> secrets = open(envelope.get(), unlock(envelope.get()));
        Optional<Secret> found = Optional.ofNullable(secrets.get(id)).map(Secret::copy);
        secrets.values().forEach(Secret::close);
        return found;
    }

    @Override
    public void save(String id, Secret secret) throws SecretStoreException {
        change(
                secrets -> {
                    Secret before = secrets.put(id, secret.copy());
                    if (before != null) {
                        before.close();
                    }
                });
    }

    @Override
    public void remove(String id) throws SecretStoreException {
        Optional<Secret> found = load(id);
        if (found.isPresent()) {
            found.get().close();
            change(
                    secrets -> {
                        Secret before = secrets.remove(id);
                        if (before != null) {
                            before.close();
                        }
                    });
        }
    }

    /**
     * Sets the file aside, so that the next secret starts a new one with a new passphrase.
     *
     * @return where the old file is now; empty if there was none
     */
    public synchronized Optional<Path> startAnew() throws SecretStoreException {
        try (FileGuard _ = FileGuard.of(file)) {
            close();
            return file.read().isPresent()
                    ? Optional.of(file.setAside("set-aside", clock))
                    : Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Whether secrets can be read now without asking for the passphrase. */
    synchronized boolean isUnlocked() {
        return unlocked != null;
    }

    /** Forgets the key; the passphrase will be requested again. */
    @Override
    public synchronized void close() {
        if (unlocked != null) {
            Wipe.bytes(unlocked.master);
            unlocked = null;
        }
    }

    private synchronized void change(Change change) throws SecretStoreException {
        // Requested before locking, so that no other process waits for a person to type.
        Optional<SecretsEnvelope> seen = envelope();
        Unlocked key = seen.isPresent() ? unlock(seen.get()) : unlockNew();
        try (FileGuard _ = FileGuard.of(file)) {
            Optional<SecretsEnvelope> now = envelope();
            if (now.isPresent() && !key.isOf(now.get())) {
                key = unlock(now.get());
            }
            Map<String, Secret> secrets =
                    now.isPresent() ? open(now.get(), key) : new LinkedHashMap<>();
            change.apply(secrets);
            byte[] plain = json.writeAll(secrets);
            secrets.values().forEach(Secret::close);
            SecretsEnvelope sealed =
                    SecretsEnvelope.seal(
                            key.master, key.iterations, key.salt, plain, new SecureRandom());
            Wipe.bytes(plain);
            file.write(sealed.bytes());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Optional<SecretsEnvelope> envelope() throws SecretStoreException {
        try {
            Optional<byte[]> bytes = file.read();
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SecretsEnvelope.parse(bytes.get()));
        } catch (SecretsEnvelope.BadEnvelopeException e) {
            throw new SecretStoreException(e.reason(), file.path().toString(), e);
        } catch (IOException e) {
            throw new SecretStoreException(Reason.FILE_UNREADABLE, file.path().toString(), e);
        }
    }

    private Map<String, Secret> open(SecretsEnvelope envelope, Unlocked key)
            throws SecretStoreException {
        byte[] plain = null;
        try {
            plain = envelope.open(key.master);
            return json.readAll(plain);
        } catch (SecretsEnvelope.BadEnvelopeException | SecretJson.MalformedException e) {
            throw new SecretStoreException(Reason.FILE_DAMAGED, file.path().toString(), e);
        } finally {
            Wipe.bytes(plain);
        }
    }

    private Unlocked unlock(SecretsEnvelope envelope) throws SecretStoreException {
        if (unlocked != null && unlocked.isOf(envelope)) {
            return unlocked;
        }
        byte[] master = master(ask(false), envelope.salt(), envelope.iterations());
        if (!envelope.fits(master)) {
            Wipe.bytes(master);
            throw new SecretStoreException(Reason.PASSPHRASE_WRONG, file.path().toString());
        }
        return keep(new Unlocked(master, envelope.salt(), envelope.iterations()));
    }

    private Unlocked unlockNew() throws SecretStoreException {
        byte[] salt = SecretsEnvelope.newSalt(new SecureRandom());
        int iterations = SecretsEnvelope.ITERATIONS;
        return keep(new Unlocked(master(ask(true), salt, iterations), salt, iterations));
    }

    private Unlocked keep(Unlocked key) {
        close();
        unlocked = key;
        return key;
    }

    private char[] ask(boolean creating) throws SecretStoreException {
        char[] passphrase = source.passphrase(creating);
        if (passphrase == null
                || CharBuffer.wrap(passphrase).codePoints().allMatch(Character::isWhitespace)) {
            throw new SecretStoreException(Reason.PASSPHRASE_MISSING, file.path().toString());
        }
        return passphrase;
    }

    /** Wipes the passphrase. */
    private static byte[] master(char[] passphrase, byte[] salt, int iterations) {
        char[] composed = composed(passphrase);
        PBEKeySpec spec = new PBEKeySpec(composed, salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
            Wipe.chars(composed);
            Wipe.chars(passphrase);
        }
    }

    /** Composes characters, because keyboards differ in sending them composed or decomposed. */
    private static char[] composed(char[] passphrase) {
        CharBuffer text = CharBuffer.wrap(passphrase);
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? passphrase.clone()
                : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
    }

    private SecretStoreException unwritable(IOException e) {
        return new SecretStoreException(Reason.FILE_UNWRITABLE, file.path().toString(), e);
    }
}
