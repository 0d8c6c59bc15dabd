package edgeone.purge.ui.team;

/** What is going on. Texts: {@code team.window.work.…}. */
enum Work {
    NONE,
    TESTING,
    CONNECTING,
    KEEPING,
    LEAVING,
    PUBLISHING,
    WRITING;

    /** Whether it waits for the database and can be given up. */
    boolean isCancelable() {
        return this == TESTING || this == CONNECTING;
    }
}
