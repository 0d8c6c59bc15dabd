package edgeone.purge.ui.settings;

import java.util.List;

/** The result of the last change, as the part of the screen it belongs to shows it. */
sealed interface Said {
    Part part();

    /** Success. Texts: {@code settings.done.…}. */
    record Done(Part part, Deed deed, List<String> details) implements Said {}

    /** Something is wrong with the history. Texts: {@code settings.found.…}. */
    record Found(Part part, String what, List<String> details) implements Said {}

    /** The input is invalid. */
    record Wrong(Part part, List<NetworkEntry.Problem> problems) implements Said {}

    /** The change failed. */
    record Failed(Part part, Exception trouble) implements Said {}

    /** The part of the screen a result is shown in. */
    enum Part {
        LOOK,
        PURGING,
        NOTE,
        NETWORK,
        AUDIT,
        SUPPORT
    }

    /** What succeeded. */
    enum Deed {
        SAVED,
        SETTLE_SAVED,
        COUNTDOWN_SAVED,
        NOTE_SAVED,
        INTACT,
        HEAD_COPIED,
        RENDERING_SAVED,
        PASSWORD_REMOVED,
        BUNDLE_SAVED,
        BUNDLE_SAVED_UNREAD
    }
}
