package edgeone.purge.ui.stats.chart;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** A figure as an image: of one width, whatever that of the window, in the colours of now. */
public final class Picture {
    private static final double WIDTH = 1_120;

    /** Pixels for each of the window's, so that it can be printed. */
    private static final double SCALE = 2;

    private final WritableImage image;

    private Picture(WritableImage image) {
        this.image = image;
    }

    /**
     * Draws it. On the JavaFX thread.
     *
     * @param of which jobs it is of
     * @param style the inline style of the window's root
     */
    public static Picture of(Figure figure, String of, String style) {
        Region drawing = figure.picture().get();
        VBox.setVgrow(drawing, Priority.ALWAYS);
        VBox page =
                Boxes.column(
                        8,
                        Boxes.label(figure.title(), "title"),
                        Boxes.label(of, "muted"),
                        Boxes.label(figure.says()),
                        new Legend(figure.legend()),
                        drawing);
        page.getStyleClass().add("picture-page");
        page.setPrefWidth(WIDTH);
        Group root = new Group(page);
        root.setStyle(style);
        Scene scene = new Scene(root);
        scene.getStylesheets().add(Dialogs.stylesheet());
        // An axis knows how wide its texts are only after the first.
        for (int i = 0; i < 2; i++) {
            root.applyCss();
            root.layout();
        }
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SCALE, SCALE));
        sharp.setFill(Color.WHITE);
        return new Picture(page.snapshot(sharp, null));
    }

    public int width() {
        return (int) image.getWidth();
    }

    public int height() {
        return (int) image.getHeight();
    }

    /** Its pixels, row by row, as {@code 0xAARRGGBB}. On any thread. */
    public int[] pixels() {
        int[] pixels = new int[width() * height()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width(),
                        height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        width());
        return pixels;
    }
}
