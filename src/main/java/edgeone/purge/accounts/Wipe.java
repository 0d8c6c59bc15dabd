package edgeone.purge.accounts;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Overwrites what must not stay in memory. */
final class Wipe {
    private Wipe() {}

    static void chars(char @Nullable [] text) {
        if (text != null) {
            Arrays.fill(text, '\0');
        }
    }

    static void bytes(byte @Nullable [] bytes) {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
