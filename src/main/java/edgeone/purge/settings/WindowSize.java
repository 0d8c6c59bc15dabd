package edgeone.purge.settings;

/** Size of the main window in JavaFX units. */
public record WindowSize(int width, int height, boolean maximised) {
    static final int SMALLEST = 320;
    static final int LARGEST = 20_000;

    public static final WindowSize STANDARD = new WindowSize(1_180, 760, false);

    public WindowSize {
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw new IllegalArgumentException(
                    "window size out of range: " + width + " by " + height);
        }
    }
}
