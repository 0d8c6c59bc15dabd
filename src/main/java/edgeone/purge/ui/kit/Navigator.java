package edgeone.purge.ui.kit;

/** Opens screens, so that they need not know each other. */
@FunctionalInterface
public interface Navigator {
    void open(Place place);
}
