package edgeone.purge.ui.shell.session;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.zones.ZoneBook;
import edgeone.purge.zones.KnownZones;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** Quota and hosts of the chosen zone: as known last time, until EdgeOne has answered. */
final class ChosenFacts {
    private final PurgeEngine engine;
    private final ZoneBook book;
    private final Latest reading;

    private final ReadOnlyObjectWrapper<@Nullable ZoneFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    ChosenFacts(PurgeEngine engine, Tasks tasks, ZoneBook book) {
        this.engine = engine;
        this.book = book;
        reading = tasks.latestCall();
    }

    /** Shows what was known last time, unless this zone's facts are shown already. */
    void recall(@Nullable Zone chosen) {
        ZoneFacts shown = facts.get();
        if (shown == null || !shown.zone().equals(chosen)) {
            fresh.set(false);
            facts.set(known(chosen));
        }
    }

    private @Nullable ZoneFacts known(@Nullable Zone of) {
        KnownZones known = book.knownProperty().get();
        return known == null || of == null ? null : known.facts(of).orElse(null);
    }

    /** Asks EdgeOne; forgets an earlier question if there is nobody or nothing to ask about. */
    void read(@Nullable Connection connection, @Nullable Zone chosen) {
        trouble.set(null);
        if (connection == null || chosen == null) {
            reading.drop();
            return;
        }
        reading.run(
                () -> engine.facts(connection, chosen),
                read -> {
                    fresh.set(true);
                    facts.set(read);
                    book.learned(read);
                },
                trouble::set);
    }

    /** What is shown was read by another sign-in: it can be planned with, not sent. */
    void expire() {
        fresh.set(false);
    }

    ReadOnlyObjectProperty<@Nullable ZoneFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
