package edgeone.purge.ui.shell.screen;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;

import javafx.scene.Parent;

/** A screen of the window. Its view is built anew when the language changes; its state stays. */
public interface Screen {
    /** The name {@link Place#screen()} knows it by; its title is {@code window.rail.<name>}. */
    String name();

    /** Icon in the rail, as Ikonli names it. */
    String icon();

    /** Builds the view. */
    Parent view(Formats formats);

    /** Called when a person was sent to it; the view has been built. */
    void arrive(Place place);

    /** Puts the keyboard where work starts. */
    void focus();

    /** Reads again what it shows. */
    void refresh();
}
