package edgeone.purge.app.window;

import edgeone.purge.settings.LayoutFile;
import edgeone.purge.settings.TableLayout;
import edgeone.purge.ui.kit.table.TableLayouts;

import java.io.IOException;
import java.util.Map;

/** The layouts of a home folder. */
record KeptLayouts(LayoutFile file) implements TableLayouts.Store {
    @Override
    public Map<String, TableLayout> load() throws IOException {
        return file.load();
    }

    @Override
    public void save(Map<String, TableLayout> layouts) throws IOException {
        file.save(layouts);
    }
}
