package edgeone.purge.ui.palette.source;

import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteSource;
import edgeone.purge.ui.shell.session.Session;

import java.util.List;
import java.util.function.Consumer;

/** The zones of the account; choosing one makes it the zone of the window. */
public final class ZoneSource implements PaletteSource {
    private final Session session;

    public ZoneSource(Session session) {
        this.session = session;
    }

    @Override
    public void read(Formats formats, Consumer<List<PaletteEntry>> found) {
        Words words = new Words(formats.messages());
        found.accept(session.zones().stream().map(zone -> entry(words, zone)).toList());
    }

    private PaletteEntry entry(Words words, Zone zone) {
        return new PaletteEntry(
                PaletteEntry.Kind.ZONE,
                Words.zone(zone),
                words.zoneLine(zone),
                "",
                "",
                () -> {
                    session.book().use(zone.zoneId());
                    session.zoneProperty().set(zone);
                });
    }
}
