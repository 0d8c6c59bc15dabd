package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.AccountColour;

/**
 * The account colours as the window paints them: dark enough for white text, apart for most eyes.
 */
public final class AccountColours {
    private AccountColours() {}

    /** {@code #rrggbb} */
    public static String of(AccountColour colour) {
        return switch (colour) {
            case GREY -> "#57606a";
            case BLUE -> "#0969da";
            case TEAL -> "#0f766e";
            case GREEN -> "#1a7f37";
            case AMBER -> "#9a6700";
            case RED -> "#cf222e";
            case PURPLE -> "#8250df";
        };
    }
}
