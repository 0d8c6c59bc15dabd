package edgeone.purge.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * The tooltip of a control. As it is a window of its own, it is created when the pointer first
 * arrives, so that the first frame does not wait for it.
 */
public final class Hint implements EventHandler<MouseEvent> {
    private static final double WIDEST = 480;

    private final Control control;
    private String text = "";

    public Hint(Control control) {
        this.control = control;
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, this);
    }

    /** Changes the text. */
    public void say(String next) {
        text = next;
        if (control.getTooltip() != null) {
            control.getTooltip().setText(next);
        }
    }

    @Override
    public void handle(MouseEvent event) {
        control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        control.setTooltip(tooltip);
    }
}
