package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.secrets.SecretStoreException.Reason;
import edgeone.purge.secrets.SecretsEnvelope.BadEnvelopeException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** The layout of the encrypted file, without the slow key derivation. */
final class SecretsEnvelopeTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] MASTER =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = "secrets".getBytes(StandardCharsets.US_ASCII);
    private static final int HASHED = 52;
    private static final int HEADER = 60;

    private static SecretsEnvelope sealed(int iterations, byte[] plain) {
        byte[] salt = SecretsEnvelope.newSalt(RANDOM);
        return SecretsEnvelope.seal(MASTER, iterations, salt, plain, RANDOM);
    }

    private static SecretsEnvelope sealed() {
        return sealed(SecretsEnvelope.ITERATIONS, PLAIN);
    }

    /** Changes a byte of the header and fixes its hash. */
    private static byte[] changed(byte[] bytes, int at, int value) throws Exception {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(changed, HASHED));
        System.arraycopy(hash, 0, changed, HASHED, HEADER - HASHED);
        return changed;
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BadEnvelopeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void onlyTheSameKeyOpensAnEnvelope() throws Exception {
        SecretsEnvelope read = SecretsEnvelope.parse(sealed().bytes());
        byte[] other = MASTER.clone();
        other[0] ^= 1;

        assertThat(read.fits(MASTER)).isTrue();
        assertThat(read.open(MASTER)).isEqualTo(PLAIN);
        assertThat(read.fits(other)).isFalse();
        assertReason(Reason.FILE_DAMAGED, () -> read.open(other));
    }

    @Test
    void theSmallestFileIsEmpty() throws Exception {
        byte[] smallest = sealed(SecretsEnvelope.ITERATIONS, new byte[0]).bytes();

        assertThat(smallest).hasSize(HEADER + 16);
        assertThat(SecretsEnvelope.parse(smallest).open(MASTER)).isEmpty();
        assertReason(
                Reason.FILE_DAMAGED,
                () -> SecretsEnvelope.parse(Arrays.copyOf(smallest, smallest.length - 1)));
    }

    @Test
    void saltAndNonceAreNewEachTime() {
        assertThat(SecretsEnvelope.newSalt(RANDOM)).isNotEqualTo(SecretsEnvelope.newSalt(RANDOM));
        byte[] salt = SecretsEnvelope.newSalt(RANDOM);
        int rounds = SecretsEnvelope.ITERATIONS;
        byte[] first = SecretsEnvelope.seal(MASTER, rounds, salt, PLAIN, RANDOM).bytes();
        byte[] second = SecretsEnvelope.seal(MASTER, rounds, salt, PLAIN, RANDOM).bytes();
        assertThat(Arrays.copyOfRange(first, 24, 36))
                .isNotEqualTo(Arrays.copyOfRange(second, 24, 36));
    }

    @ParameterizedTest
    @ValueSource(ints = {600_000, 601_000, 16_000_000})
    void theIterationCountIsStored(int iterations) throws Exception {
        SecretsEnvelope read = SecretsEnvelope.parse(sealed(iterations, PLAIN).bytes());

        assertThat(read.iterations()).isEqualTo(iterations);
        assertThat(read.open(MASTER)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {599_000, 1_000, 16_001_000})
    void tooFewOrAbsurdlyManyIterationsAreRejected(int iterations) {
        byte[] bytes = sealed(iterations, PLAIN).bytes();

        assertReason(Reason.FILE_DAMAGED, () -> SecretsEnvelope.parse(bytes));
    }

    @Test
    void theHighestByteOfTheRoundsCounts() throws Exception {
        byte[] bytes = changed(sealed().bytes(), 5, 1);

        assertReason(Reason.FILE_DAMAGED, () -> SecretsEnvelope.parse(bytes));
    }

    /** The hash detects accidents only; the encryption detects tampering. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 24, 36})
    void aHeaderChangedWithItsHashOpensNothing(int at) throws Exception {
        byte[] bytes = sealed().bytes();
        SecretsEnvelope changed = SecretsEnvelope.parse(changed(bytes, at, bytes[at] + 1));

        assertReason(Reason.FILE_DAMAGED, () -> changed.open(MASTER));
    }

    @Test
    void aNewerFormatIsReportedAndAnOlderOneIsDamage() throws Exception {
        byte[] bytes = sealed().bytes();
        byte[] older = changed(bytes, 4, 0);
        byte[] newer = changed(bytes, 4, 2);

        assertReason(Reason.FILE_DAMAGED, () -> SecretsEnvelope.parse(older));
        assertReason(Reason.FILE_NEWER, () -> SecretsEnvelope.parse(newer));
    }
}
