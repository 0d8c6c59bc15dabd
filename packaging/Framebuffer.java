import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads Xvfb's screen from its framebuffer file ({@code -fbdir}): this costs the X server nothing
 * and the machine next to nothing, so it does not slow down what it measures.
 */
final class Framebuffer {
    /** Every third pixel of every third line is enough to compare pictures. */
    private static final int EVERY = 3;

    /** Positions in the header of an XWD file, in 32-bit words. */
    private static final int HEADER_BYTES = 0;

    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BITS_PER_PIXEL = 11;
    private static final int BYTES_PER_LINE = 12;
    private static final int COLOURS = 19;
    private static final int COLOUR_BYTES = 12;

    private final IntBuffer pixels;
    private final int width;
    private final int height;
    private final int line;

    private Framebuffer(IntBuffer pixels, int width, int height, int line) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.line = line;
    }

    static Framebuffer open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer all = channel.map(MapMode.READ_ONLY, 0, channel.size());
            ByteBuffer header = all.duplicate().order(ByteOrder.BIG_ENDIAN);
            if (word(header, BITS_PER_PIXEL) != Integer.SIZE) {
                throw new IOException("a screen of 24-bit colours is needed: " + file);
            }
            int start = word(header, HEADER_BYTES) + word(header, COLOURS) * COLOUR_BYTES;
            IntBuffer pixels = all.slice(start, all.capacity() - start).asIntBuffer();
            return new Framebuffer(
                    pixels,
                    word(header, WIDTH),
                    word(header, HEIGHT),
                    word(header, BYTES_PER_LINE) / Integer.BYTES);
        }
    }

    private static int word(ByteBuffer header, int number) {
        return header.getInt(number * Integer.BYTES);
    }

    /** The current picture, sampled. */
    int[] shoot() {
        int columns = width / EVERY;
        int[] some = new int[height / EVERY * columns];
        for (int y = 0; y < height / EVERY; y++) {
            int at = y * EVERY * line;
            for (int x = 0; x < columns; x++) {
                some[y * columns + x] = pixels.get(at + x * EVERY);
            }
        }
        return some;
    }

    /**
     * Finds the window in a picture.
     *
     * @param picture from {@link #shoot}
     * @param empty the same without the window
     * @return its bounds in the order left, top, right, bottom
     */
    int[] window(int[] picture, int[] empty) {
        int columns = width / EVERY;
        int[] found = {columns, height, 0, 0};
        for (int i = 0; i < picture.length; i++) {
            if (picture[i] != empty[i]) {
                found[0] = Math.min(found[0], i % columns);
                found[1] = Math.min(found[1], i / columns);
                found[2] = Math.max(found[2], i % columns + 1);
                found[3] = Math.max(found[3], i / columns + 1);
            }
        }
        return found;
    }

    /**
     * A part of a window; its bounds are fractions of the window's width and height.
     *
     * @param picture from {@link #shoot}
     * @param window from {@link #window}
     */
    int[] part(
            int[] picture, int[] window, double left, double top, double right, double bottom) {
        int columns = width / EVERY;
        int wide = window[2] - window[0];
        int high = window[3] - window[1];
        int[] part = new int[picture.length];
        int size = 0;
        for (int y = (int) (high * top); y < (int) (high * bottom); y++) {
            for (int x = (int) (wide * left); x < (int) (wide * right); x++) {
                part[size++] = picture[(window[1] + y) * columns + window[0] + x];
            }
        }
        return Arrays.copyOf(part, size);
    }

    /** The fraction of two pictures that is equal, from 0 to 1. */
    static double same(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] == other[i]) {
                same++;
            }
        }
        return (double) same / one.length;
    }
}
