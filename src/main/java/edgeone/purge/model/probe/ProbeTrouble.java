package edgeone.purge.model.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an edge gave no usable answer. */
public enum ProbeTrouble {
    /** Not an address that can be asked for. */
    BAD_TARGET,
    UNKNOWN_HOST,
    /** The address is private, loopback or link-local, and such are not allowed. */
    PRIVATE_ADDRESS,
    NOT_CONNECTED,
    /** The certificate is expired, or of nobody trusted. */
    CERTIFICATE,
    /** The certificate is for another host. */
    CERTIFICATE_NAME,
    TLS,
    PROXY,
    TIMEOUT,
    HEADER_TOO_LARGE,
    /** The connection broke, or what came is not HTTP. */
    BROKEN;

    /** The word for scripts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProbeTrouble> ofLabel(String label) {
        return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
    }
}
