package edgeone.purge.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What is told of a control when the pointer rests on it. The tooltip, a window of its own, is made
 * when the pointer first comes: the first frame need not wait for it.
 */
public final class Hint implements EventHandler<MouseEvent> {
    private final Control control;
    private String text = "";

    public Hint(Control control) {
        this.control = control;
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, this);
    }

    /** Says this from now on. */
    public void say(String next) {
        text = next;
        if (control.getTooltip() != null) {
            control.getTooltip().setText(next);
        }
    }

    @Override
    public void handle(MouseEvent event) {
        control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
        control.setTooltip(new Tooltip(text));
    }
}
