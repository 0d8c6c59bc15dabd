package edgeone.purge.settings;

import edgeone.purge.files.PrivateFile;
import edgeone.purge.json.JsonTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the window's tables are laid out, by name, in {@code layout.json} of a home folder.
 * Thread-safe.
 */
public final class LayoutFile {
    private final PrivateFile file;
    private final Clock clock;
    private final JsonTree json = new JsonTree();

    /**
     * Does not read the file yet.
     *
     * @param home folder that holds it; created when first needed
     */
    public LayoutFile(Path home, Clock clock) {
        file = new PrivateFile(home.resolve("layout.json"));
        this.clock = clock;
    }

    /** Reads the layouts; a table that cannot be read is left out, a damaged file is set aside. */
    public synchronized Map<String, TableLayout> load() throws IOException {
        byte[] bytes = file.read().orElse(null);
        if (bytes == null) {
            return Map.of();
        }
        Map<String, TableLayout> layouts = new LinkedHashMap<>();
        boolean whole = true;
        try {
            for (Map.Entry<?, ?> table : object(json.object(bytes).orElseThrow()).entrySet()) {
                layouts.put(String.valueOf(table.getKey()), layout(object(table.getValue())));
            }
        } catch (RuntimeException e) {
            whole = false;
        }
        if (!whole) {
            file.setAside(clock);
        }
        return layouts;
    }

    /** Replaces all layouts. */
    public synchronized void save(Map<String, TableLayout> layouts) throws IOException {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        layouts.forEach((name, layout) -> root.put(name, tree(layout)));
        file.write(json.bytes(root));
    }

    private static Map<String, @Nullable Object> tree(TableLayout layout) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(
                "columns",
                layout.columns().stream()
                        .map(
                                column -> {
                                    Map<String, @Nullable Object> each = new LinkedHashMap<>();
                                    each.put("name", column.name());
                                    each.put("width", column.width());
                                    each.put("shown", column.shown());
                                    return each;
                                })
                        .toList());
        tree.put("sortedBy", layout.sortedBy());
        tree.put("descending", layout.descending());
        return tree;
    }

    private static TableLayout layout(Map<?, ?> tree) {
        if (!(tree.get("columns") instanceof List<?> columns)) {
            throw new IllegalArgumentException("not a list");
        }
        return new TableLayout(
                columns.stream().map(each -> column(object(each))).toList(),
                text(tree.get("sortedBy")),
                Boolean.TRUE.equals(tree.get("descending")));
    }

    private static TableLayout.Column column(Map<?, ?> tree) {
        if (!(tree.get("width") instanceof Integer width)) {
            throw new IllegalArgumentException("not a whole number");
        }
        return new TableLayout.Column(
                text(tree.get("name")), width, !Boolean.FALSE.equals(tree.get("shown")));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("not an object");
        }
        return object;
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("not a string");
        }
        return text;
    }
}
