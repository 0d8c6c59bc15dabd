package edgeone.purge.ui.shortcuts;

/** Where keys work, in the order of the sheet. */
public enum Scope {
    /** Whatever has the focus. */
    WINDOW,
    /** On the screen of the purge. */
    PURGE,
    /** In the bars below the target editor. */
    FIND,
    HISTORY,
    /** On the screen of the API calls. */
    INSPECTOR,
    /** On the screen of calls by hand. */
    EXPLORER,
    ACCOUNTS,
    /** On the rows of every table. */
    TABLE,
    /** In the lists of zones and of the palette. */
    LIST;

    public String messageKey() {
        return "actions.scope." + name();
    }
}
