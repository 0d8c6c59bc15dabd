package edgeone.purge.app.window;

import javafx.animation.AnimationTimer;

/** Lets work wait until the window has been drawn, so that it is there the sooner. */
final class FirstFrame extends AnimationTimer {
    /**
     * The first is laid out and painted beside the second; the third waits until it has gone to the
     * screen.
     */
    private static final int FRAMES = 3;

    private final Runnable work;
    private int frames;

    private FirstFrame(Runnable work) {
        this.work = work;
    }

    /** Runs {@code work} on the JavaFX thread after the first frame; call it there. */
    static void then(Runnable work) {
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
