package edgeone.purge.ui.palette.source;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteSource;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The screens, by the titles they have in the rail. */
public final class ScreenSource implements PaletteSource {
    private final Supplier<List<String>> names;
    private final Consumer<String> open;

    /**
     * @param names in the order of the rail
     * @param open opens a screen by its name
     */
    public ScreenSource(Supplier<List<String>> names, Consumer<String> open) {
        this.names = names;
        this.open = open;
    }

    @Override
    public void read(Formats formats, Consumer<List<PaletteEntry>> found) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (String name : names.get()) {
            entries.add(
                    new PaletteEntry(
                            PaletteEntry.Kind.SCREEN,
                            formats.text("window.rail." + name),
                            "",
                            name,
                            WindowAction.ofScreen(entries.size() + 1)
                                    .map(WindowAction::keysText)
                                    .orElse(""),
                            () -> open.accept(name)));
        }
        found.accept(entries);
    }
}
