package edgeone.purge.ui.shell.screen;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;

import javafx.scene.Parent;

/** A screen of the window. Its view is rebuilt when the language changes; its state stays. */
public interface Screen {
    /** Its name in {@link Place#screen()}; its title is the message {@code window.rail.NAME}. */
    String name();

    /** Icon in the rail, as Ikonli names it. */
    String icon();

    /** Builds the view. */
    Parent view(Formats formats);

    /** Called when the user was sent here; the view exists by then. */
    void arrive(Place place);

    /** Moves the focus to where work starts. */
    void focus();

    /** Reloads what it shows. */
    void refresh();
}
