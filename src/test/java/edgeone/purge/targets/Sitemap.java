package edgeone.purge.targets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The pages of a real site, as its sitemap lists them. */
public final class Sitemap {
    public static final String HOST = "doris.apache.org";
    public static final int PAGES = 3_914;

    private Sitemap() {}

    /** The text of every {@code <loc>}, in order. */
    public static List<String> pages() {
        try (InputStream packed =
                        Sitemap.class.getResourceAsStream(
                                "/edgeone/purge/sitemap-doris.apache.org.xml.gz");
                InputStream xml = new GZIPInputStream(Objects.requireNonNull(packed))) {
            String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<loc>([^<]*)</loc>")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
