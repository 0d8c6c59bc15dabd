package edgeone.purge.ui.palette.source;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteSource;
import edgeone.purge.ui.shortcuts.Offer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be done at this moment. */
public final class ActionSource implements PaletteSource {
    private final Supplier<List<Offer>> offers;

    public ActionSource(Supplier<List<Offer>> offers) {
        this.offers = offers;
    }

    @Override
    public void read(Formats formats, Consumer<List<PaletteEntry>> found) {
        found.accept(
                offers.get().stream()
                        .filter(offer -> offer.possible().getAsBoolean())
                        .map(offer -> entry(formats, offer))
                        .toList());
    }

    private static PaletteEntry entry(Formats formats, Offer offer) {
        return new PaletteEntry(
                PaletteEntry.Kind.ACTION,
                formats.text(offer.action().messageKey()),
                "",
                // In English, whatever the language: documentation names it so.
                offer.action().id(),
                offer.action().keysText(),
                offer.run());
    }
}
