package edgeone.purge.ui.kit;

import javafx.scene.control.Label;

/** A word on a coloured ground. */
public final class Badge extends Label {
    private String tone = "still";

    public Badge() {
        getStyleClass().addAll("badge", tone);
    }

    /**
     * Shows a word.
     *
     * @param nextTone {@code good}, {@code bad}, {@code doubt}, {@code busy}, {@code still}, or
     *     {@code none} for no ground
     */
    public void show(String text, String nextTone) {
        setText(text);
        if (!nextTone.equals(tone)) {
            getStyleClass().set(getStyleClass().indexOf(tone), nextTone);
            tone = nextTone;
        }
    }
}
