package edgeone.purge.ui.tour;

import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
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

/** Takes pictures of a window with the dialogs and lists that lie over it. */
final class Camera {
    private final Stage stage;
    private final Path folder;
    private int taken;

    Camera(Stage stage, Path folder) throws IOException {
        this.stage = stage;
        this.folder = Files.createDirectories(folder);
    }

    /** What was seen at one moment. */
    record Shot(int number, List<Layer> layers) {}

    /** One window, with its place in the picture. */
    record Layer(WritableImage image, int x, int y) {}

    /** Looks; called on the JavaFX thread. */
    Shot look() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(stage.getScene().snapshot(null), 0, 0));
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window window : Window.getWindows()) {
            if (window != stage && window.isShowing()) {
                layers.add(
                        new Layer(
                                window.getScene().snapshot(null),
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
            pen.drawImage(copy(layer.image()), layer.x(), layer.y(), null);
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
