package edgeone.purge.ui.purge.form;

import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.verify.VerifyOrders;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.probe.origin.OriginPlace;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * What the form holds of what is done before and after a purge. Types other than single URLs offer
 * none of it, whatever is ticked.
 */
public final class AroundForm {
    private final Session session;
    private final BooleanProperty verify = new SimpleBooleanProperty();
    private final BooleanProperty thenPrefetch = new SimpleBooleanProperty();
    private final BooleanProperty origin = new SimpleBooleanProperty();
    private final StringProperty place = new SimpleStringProperty("");
    private final ObjectProperty<OldBytes> old = new SimpleObjectProperty<>(OldBytes.STOP);

    AroundForm(Session session) {
        this.session = session;
    }

    /** Calls {@code change} when any of it changes. */
    public Subscription listen(Runnable change) {
        return Stream.of(verify, thenPrefetch, origin, place, old)
                .map(value -> value.subscribe(change))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /** What is to be verified of a purge that {@code connection} makes now; null for nothing. */
    public @Nullable VerifyOrder verifyOrder(Connection connection) {
        return verifies() ? VerifyOrders.of(connection) : null;
    }

    /** Whether the edge is asked before and after the purge. */
    public boolean verifies() {
        return verify.get() && isOffered();
    }

    /** Whether what was purged is prefetched. */
    public boolean thenPrefetches() {
        return thenPrefetch.get() && isOffered();
    }

    /** How the origin is asked before the purge; null if it is not, or nobody said where. */
    public @Nullable OriginOrder originOrder() {
        return asksOrigin()
                ? OriginPlace.of(place.get())
                        .map(p -> new OriginOrder(p, old.get(), OriginOrder.STANDARD_PATIENCE))
                        .orElse(null)
                : null;
    }

    /** Whether the origin is to be asked. */
    public boolean asksOrigin() {
        return origin.get() && isOffered();
    }

    /** Whether the origin is to be asked, and it is not known where. */
    public boolean lacksOrigin() {
        return asksOrigin() && originOrder() == null;
    }

    private boolean isOffered() {
        return session.typeProperty().get().purgesUrls();
    }

    BooleanProperty verifyProperty() {
        return verify;
    }

    BooleanProperty thenPrefetchProperty() {
        return thenPrefetch;
    }

    BooleanProperty originProperty() {
        return origin;
    }

    /** Where the origin is asked, as typed. */
    StringProperty placeProperty() {
        return place;
    }

    /** What is done if the origin still has the old bytes. */
    ObjectProperty<OldBytes> oldProperty() {
        return old;
    }
}
