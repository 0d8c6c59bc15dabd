package edgeone.purge.ui.purge.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import jfx.incubator.scene.control.richtext.LineNumberDecorator;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.IntFunction;

/** Line numbers, each with a sign for what happened to the line. */
final class FateGutter extends LineNumberDecorator {
    private static final double SIGN_WIDTH = 18;

    private final IntFunction<@Nullable LineFate> fates;
    private final Function<LineFate, String> words;

    /**
     * @param fates what happened to a line, numbered from 0; null if unknown
     * @param words puts it into words
     */
    FateGutter(IntFunction<@Nullable LineFate> fates, Function<LineFate, String> words) {
        this.fates = fates;
        this.words = words;
    }

    @Override
    public Node getMeasurementNode(int index) {
        return row(sign(""), super.getMeasurementNode(index));
    }

    @Override
    public Node getNode(int index) {
        LineFate fate = fates.apply(index);
        Label sign = sign(fate == null ? "" : fate.kind().sign());
        if (fate != null) {
            String said = words.apply(fate);
            sign.getStyleClass().add(fate.kind().style());
            sign.setAccessibleText(said);
            sign.setTooltip(new Tooltip(said));
        }
        return row(sign, super.getNode(index));
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("fate");
        sign.setMinWidth(SIGN_WIDTH);
        sign.setMaxHeight(Double.MAX_VALUE);
        return sign;
    }

    private static Node row(Label sign, Node number) {
        HBox.setHgrow(number, Priority.ALWAYS);
        HBox row = new HBox(sign, number);
        row.getStyleClass().add("fates");
        return row;
    }
}
