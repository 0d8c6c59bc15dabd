package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.AccountColour;

import javafx.scene.layout.Region;

/**
 * The account colours on screen: dark enough for white text, and easy to tell apart for most
 * people.
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

    /** Paints a region in an account's colour. */
    public static void paint(Region region, AccountColour colour) {
        region.setStyle("-fx-background-color: " + of(colour) + ";");
    }
}
