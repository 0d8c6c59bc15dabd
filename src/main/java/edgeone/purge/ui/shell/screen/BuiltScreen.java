package edgeone.purge.ui.shell.screen;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A screen that builds its view and replaces it when the language changes.
 *
 * @param <V> its view
 */
public abstract class BuiltScreen<V extends ScreenView> implements Screen {
    private final String name;
    private final String icon;
    private @Nullable V view;

    /**
     * @param name see {@link Screen#name()}
     * @param icon see {@link Screen#icon()}
     */
    protected BuiltScreen(String name, String icon) {
        this.name = name;
        this.icon = icon;
    }

    /** Builds a view of the model. */
    protected abstract V build(Formats formats);

    /** The current view; null before the first is built. */
    protected final @Nullable V built() {
        return view;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String icon() {
        return icon;
    }

    @Override
    public final Parent view(Formats formats) {
        if (view != null) {
            view.close();
        }
        V built = build(formats);
        view = built;
        return built.root();
    }

    /** An action on the view, which can always be taken. */
    protected final Offer offer(WindowAction action, Consumer<V> run) {
        return new Offer(action, () -> onView(run));
    }

    /**
     * An action on the view, which can only be taken where there is one.
     *
     * @param possible whether it can be taken at this moment
     */
    protected final Offer offer(WindowAction action, Predicate<V> possible, Consumer<V> run) {
        return new Offer(action, () -> view != null && possible.test(view), () -> onView(run));
    }

    private void onView(Consumer<? super V> run) {
        if (view != null) {
            run.accept(view);
        }
    }

    @Override
    public final void complete() {
        onView(ScreenView::complete);
    }

    @Override
    public void arrive(Place place) {
        focus();
    }

    @Override
    public final void focus() {
        if (view != null) {
            view.focus();
        }
    }
}
