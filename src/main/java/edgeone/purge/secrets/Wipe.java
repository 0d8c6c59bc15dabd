package edgeone.purge.secrets;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Overwrites what must not stay in memory. */
public final class Wipe {
    private Wipe() {}

    public static void chars(char @Nullable [] text) {
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
