package edgeone.purge.ui.palette;

/**
 * Something the palette finds. Texts of others have passed {@link
 * edgeone.purge.messages.VisibleText}.
 *
 * @param title what is looked for, and shown first
 * @param detail tells it from others of that title; may be empty
 * @param also further words it is found by, which are not shown; may be empty
 * @param keys the keys that do the same, as the system writes them; may be empty
 * @param run what choosing it does
 */
public record PaletteEntry(
        Kind kind, String title, String detail, String also, String keys, Runnable run) {

    /** What an entry is. Of entries that fit equally well, those of the first kind come first. */
    public enum Kind {
        ACTION,
        SCREEN,
        RECIPE,
        ZONE,
        JOB;

        String messageKey() {
            return "actions.kind." + name();
        }
    }
}
