package edgeone.purge.ui.shell;

import javafx.animation.AnimationTimer;

/** Delays work until the window has been drawn, so that it appears sooner. */
public final class FirstFrame extends AnimationTimer {
    /**
     * The first frame is painted during the second pulse; the third begins once it is on screen.
     */
    private static final int FRAMES = 3;

    private final Runnable work;
    private int frames;

    private FirstFrame(Runnable work) {
        this.work = work;
    }

    /** Runs {@code work} on the JavaFX thread after the first frame; call it there. */
    public static void then(Runnable work) {
        new FirstFrame(work).start();
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == FRAMES) {
            stop();
            work.run();
        }
    }
}
