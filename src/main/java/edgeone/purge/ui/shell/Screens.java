package edgeone.purge.ui.shell;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.screen.Screen;

import javafx.scene.Parent;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The registered screens, the open one, and the views built so far: one that nobody opens has none.
 */
final class Screens {
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final Map<String, Parent> views = new HashMap<>();
    private String open = "";
    private boolean framed;

    /** Adds a screen; the first is open until another is. */
    void register(Screen screen) {
        if (screens.isEmpty()) {
            open = screen.name();
        }
        screens.put(screen.name(), screen);
    }

    /** In the order of the rail. */
    List<Screen> all() {
        return List.copyOf(screens.values());
    }

    Optional<Screen> find(String name) {
        return Optional.ofNullable(screens.get(name));
    }

    void open(String name) {
        open = name;
    }

    /** The open screen. */
    Screen open() {
        return Objects.requireNonNull(screens.get(open));
    }

    /** The open screen's view, built now if it has none. */
    Parent view(Formats formats) {
        Parent there = views.get(open);
        if (there != null) {
            return there;
        }
        Parent built = open().view(formats);
        views.put(open, built);
        if (framed) {
            open().complete();
        }
        return built;
    }

    /** Whether the first frame is drawn. */
    boolean isFramed() {
        return framed;
    }

    /** The first frame is drawn: nothing has to be left out of a view any more. */
    void framed() {
        framed = true;
        views.keySet().forEach(name -> Objects.requireNonNull(screens.get(name)).complete());
    }

    /** Drops the views, which are in another language. */
    void dropViews() {
        views.clear();
    }
}
