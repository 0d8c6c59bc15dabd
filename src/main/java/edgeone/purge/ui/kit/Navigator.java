package edgeone.purge.ui.kit;

/** Opens screens, so that none of them needs to know another. */
@FunctionalInterface
public interface Navigator {
    void open(Place place);
}
