package edgeone.purge.ui;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

import org.testfx.util.WaitForAsyncUtils;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;

/** Draws a window into target/pictures. */
final class Screenshots {
    private final Window window;

    Screenshots(Window window) {
        this.window = window;
    }

    void take(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        AtomicReference<WritableImage> taken = new AtomicReference<>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> taken.set(window.getScene().snapshot(null)));
        WritableImage image = taken.get();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
