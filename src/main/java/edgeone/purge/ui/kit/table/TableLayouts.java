package edgeone.purge.ui.kit.table;

import edgeone.purge.settings.TableLayout;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** How tables are laid out, remembered from window to window. On the JavaFX thread. */
public final class TableLayouts {
    private final Store store;
    private final Tasks tasks;
    private final Map<String, TableLayout> layouts = new HashMap<>();
    private final AtomicReference<Map<String, TableLayout>> newest =
            new AtomicReference<>(Map.of());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    /** Where layouts are kept. Blocks, called off the UI thread. */
    public interface Store {
        /** Remembers nothing. */
        Store NONE =
                new Store() {
                    @Override
                    public Map<String, TableLayout> load() {
                        return Map.of();
                    }

                    @Override
                    public void save(Map<String, TableLayout> layouts) {}
                };

        Map<String, TableLayout> load() throws IOException;

        void save(Map<String, TableLayout> layouts) throws IOException;
    }

    public TableLayouts(Store store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Reads them in the background, once. A file that cannot be read changes nothing. */
    public void load() {
        if (!read.get()) {
            tasks.run(
                    store::load,
                    found -> {
                        found.forEach(layouts::putIfAbsent);
                        read.set(true);
                    },
                    _ -> read.set(true));
        }
    }

    /** Whether they have been read. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    TableLayout of(String table) {
        return layouts.getOrDefault(table, TableLayout.STANDARD);
    }

    /** Saves in the background. The table works even if that fails. */
    void keep(String table, TableLayout layout) {
        if (!layout.equals(layouts.put(table, layout))) {
            newest.set(Map.copyOf(layouts));
            tasks.run(this::save, _ -> {}, _ -> {});
        }
    }

    /** Whoever saves last saves the newest. */
    private synchronized boolean save() throws IOException {
        store.save(Objects.requireNonNull(newest.get()));
        return true;
    }
}
