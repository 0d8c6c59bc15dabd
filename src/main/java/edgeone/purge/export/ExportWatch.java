package edgeone.purge.export;

/** Watches an export, and may end it. Called on the thread that exports. */
public interface ExportWatch {
    /** Watches nothing. */
    ExportWatch NONE =
            new ExportWatch() {
                @Override
                public void written(long rows, long total) {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    /** How many targets are written so far, of how many; told now and then. */
    void written(long rows, long total);

    /** Whether to end it; asked for every target. */
    boolean isCanceled();
}
