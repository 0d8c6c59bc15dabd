package edgeone.purge.export;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Saves a picture of numbers, or the numbers. The file is replaced as a whole or left unchanged.
 * Calls block on the disk.
 */
public final class FigureExport {
    private FigureExport() {}

    /**
     * Writes numbers as CSV (RFC 4180), every cell quoted. Formulas are made harmless, see {@link
     * SpreadsheetCell}.
     *
     * @param columns their names, on the first line
     * @throws IOException if the file cannot be written; an existing file is unchanged
     */
    public static void csv(Path file, List<String> columns, List<List<String>> rows)
            throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setQuoteMode(QuoteMode.ALL)
                        .setHeader(columns.toArray(String[]::new))
                        .get();
        WholeFile.replace(
                file,
                writer -> {
                    CSVPrinter printer = new CSVPrinter(writer, format);
                    for (List<String> row : rows) {
                        printer.printRecord(row.stream().map(SpreadsheetCell::guard).toList());
                    }
                    printer.flush();
                });
    }

    /**
     * Writes an opaque picture as PNG.
     *
     * @param pixels row by row, as {@code 0xAARRGGBB}
     * @throws IOException if the file cannot be written; an existing file is unchanged
     */
    public static void png(Path file, int width, int height, int[] pixels) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("cannot write PNG");
            }
        }
        WholeFile.replaceBytes(file, bytes::writeTo);
    }
}
