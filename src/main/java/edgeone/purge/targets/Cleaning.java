package edgeone.purge.targets;

import edgeone.purge.targets.rules.TwinKind;

import java.util.Set;

/**
 * What is done to lines beyond reading them as they are written.
 *
 * @param takesFixes whether what is wrapped around an address is taken off, and a line that holds
 *     several is split, where both are certain; each is listed as a rewrite. Otherwise each is a
 *     problem with its fix
 * @param twins which twins of every target are targets too
 */
public record Cleaning(boolean takesFixes, Set<TwinKind> twins) {
    /** Every line as it is written. */
    public static final Cleaning NONE = new Cleaning(false, Set.of());

    public Cleaning {
        twins = Set.copyOf(twins);
    }
}
