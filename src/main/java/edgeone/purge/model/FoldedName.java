package edgeone.purge.model;

import java.text.Normalizer;
import java.util.Locale;

/** An account's name for comparison: equal for names that differ only in case or width. */
public record FoldedName(String text) {

    public static FoldedName of(String name) {
        return new FoldedName(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
