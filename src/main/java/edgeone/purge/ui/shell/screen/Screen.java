package edgeone.purge.ui.shell.screen;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shortcuts.Offer;

import javafx.scene.Parent;

import java.util.List;

/** A screen of the window. Its view is rebuilt when the language changes; its state stays. */
public interface Screen {
    /** Its name in {@link Place#screen()}; its title is the message {@code window.rail.NAME}. */
    String name();

    /** Icon in the rail, as Ikonli names it. */
    String icon();

    /** Builds the view. */
    Parent view(Formats formats);

    /** Adds to the view what the first frame of the window does without. */
    void complete();

    /** Called when the user was sent here; the view exists by then. */
    void arrive(Place place);

    /** Moves the focus to where work starts. */
    void focus();

    /** Reloads what it shows. */
    void refresh();

    /**
     * Goes back one step: closes what is open in it, else puts the keyboard where work starts. The
     * view is shown.
     */
    default void back() {
        focus();
    }

    /** What can be done in it, by key and in the palette; run once the view is shown. */
    default List<Offer> offers() {
        return List.of();
    }
}
