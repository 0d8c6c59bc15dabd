package edgeone.purge.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An account's name as a reader takes it: equal for names that look the same but for case and
 * width.
 */
public record FoldedName(String text) {

    public static FoldedName of(String name) {
        return new FoldedName(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
