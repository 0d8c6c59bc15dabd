package edgeone.purge.ui.palette;

import edgeone.purge.ui.kit.Formats;

import java.util.List;
import java.util.function.Consumer;

/** Something the palette finds entries in. */
@FunctionalInterface
public interface PaletteSource {
    /**
     * Called on the JavaFX thread whenever the palette opens; must not block.
     *
     * @param formats for the texts of the entries
     * @param found takes the entries, on the JavaFX thread, now or later, once
     */
    void read(Formats formats, Consumer<List<PaletteEntry>> found);
}
