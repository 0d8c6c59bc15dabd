package edgeone.purge.ui.tour;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/** Takes pictures of a window with the dialogs and lists over it. */
final class Camera {
    /** Stands for the frame a window manager draws around a dialog. */
    private static final java.awt.Color FRAME = new java.awt.Color(0x8C959F);

    private final Stage stage;
    private final Path folder;
    private int taken;

    Camera(Stage stage, Path folder) throws IOException {
        this.stage = stage;
        this.folder = Files.createDirectories(folder);
    }

    /** The windows captured at one moment. */
    record Shot(int number, List<Layer> layers) {}

    /** One window, with its position in the picture. */
    record Layer(WritableImage image, int x, int y) {}

    /** Captures the windows; called on the JavaFX thread. */
    Shot look() {
        List<Layer> layers = new ArrayList<>();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        layers.add(new Layer(stage.getScene().getRoot().snapshot(clear, null), 0, 0));
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window window : Window.getWindows()) {
            if (!window.equals(stage) && window.isShowing()) {
                layers.add(
                        new Layer(
                                window.getScene().getRoot().snapshot(clear, null),
                                (int) (window.getX() + window.getScene().getX() - left),
                                (int) (window.getY() + window.getScene().getY() - top)));
            }
        }
        taken++;
        return new Shot(taken, layers);
    }

    /** Writes {@code 01-name.png}. */
    Path develop(Shot shot, String name) throws IOException {
        BufferedImage picture = copy(shot.layers().getFirst().image());
        Graphics2D pen = picture.createGraphics();
        pen.setComposite(AlphaComposite.SrcOver);
        for (Layer layer : shot.layers().subList(1, shot.layers().size())) {
            BufferedImage over = copy(layer.image());
            pen.drawImage(over, layer.x(), layer.y(), null);
            if (over.getRGB(0, 0) >>> 24 == 0xFF) {
                pen.setColor(FRAME);
                pen.drawRect(layer.x(), layer.y(), over.getWidth() - 1, over.getHeight() - 1);
            }
        }
        pen.dispose();
        Path file = folder.resolve("%02d-%s.png".formatted(shot.number(), name));
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return copy;
    }
}
