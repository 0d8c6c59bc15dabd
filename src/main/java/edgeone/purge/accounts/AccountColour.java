package edgeone.purge.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colour shown along the window while an account is in use. */
public enum AccountColour {
    GREY,
    BLUE,
    TEAL,
    GREEN,
    AMBER,
    RED,
    PURPLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccountColour> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
    }
}
