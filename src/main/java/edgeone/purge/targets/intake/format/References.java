package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.rules.AddressText;

import org.jspecify.annotations.Nullable;

/** Takes what pages refer to, completed as a browser would. */
final class References {
    private final @Nullable BaseAddress base;

    References(@Nullable BaseAddress base) {
        this.base = base;
    }

    /** Fragments are never sent, so what is referred to is the address without one. */
    void take(int line, String written, Collector found) throws UnreadableException {
        String reference = written.strip().replaceAll("[\\t\\n\\r]", "");
        if (reference.isEmpty()) {
            found.leave(line, written, Why.EMPTY);
            return;
        }
        int hash = reference.indexOf('#');
        if (hash >= 0) {
            found.leave(line, reference.substring(hash), Why.FRAGMENT);
            reference = reference.substring(0, hash);
            if (reference.isEmpty()) {
                return;
            }
        }
        if (AddressText.isHttp(reference)) {
            found.take(line, reference);
        } else if (BaseAddress.hasScheme(reference)) {
            found.leave(line, reference, Why.OTHER_SCHEME);
        } else if (base == null) {
            found.leave(line, reference, Why.NO_BASE);
        } else {
            found.take(line, base.resolve(reference));
        }
    }
}
