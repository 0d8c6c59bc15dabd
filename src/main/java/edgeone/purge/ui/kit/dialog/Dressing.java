package edgeone.purge.ui.kit.dialog;

import edgeone.purge.messages.Language;

import javafx.scene.text.Font;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The style of a window's root: the account's colour, and a font with the glyphs of the user's
 * language.
 */
public final class Dressing {
    /** Fonts with Simplified Chinese glyphs; a system's default may draw Japanese ones. */
    private static final List<String> CHINESE =
            List.of("PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC");

    private Dressing() {}

    private static Optional<String> first(List<String> wanted) {
        Set<String> here = new HashSet<>(Font.getFamilies());
        return wanted.stream().filter(here::contains).findFirst();
    }

    /**
     * The inline style of a root.
     *
     * @param colour the account's colour, {@code #rrggbb}
     */
    public static String style(String colour, Language language) {
        String style = "-account-colour: " + colour + ";";
        if (language != Language.CHINESE) {
            return style;
        }
        return first(CHINESE)
                .map(family -> style + " -fx-font-family: \"" + family + "\";")
                .orElse(style);
    }
}
