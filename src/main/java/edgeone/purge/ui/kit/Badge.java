package edgeone.purge.ui.kit;

import javafx.scene.control.Label;

/** A word on a coloured ground. */
public final class Badge extends Label {
    /**
     * Made once, filled as often as needed.
     *
     * @param tone {@code good}, {@code bad}, {@code doubt}, {@code busy} or {@code still}
     */
    public Badge(String text, String tone) {
        super(text);
        getStyleClass().addAll("badge", tone);
    }
}
