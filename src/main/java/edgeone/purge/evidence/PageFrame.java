package edgeone.purge.evidence;

import edgeone.purge.model.JobSummary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/** The beginning and the end of the page. Its policy allows its own style and nothing else. */
final class PageFrame {
    private static final String STYLE = "page.css";

    private final PageText text;

    PageFrame(PageText text) {
        this.text = text;
    }

    String head(JobSummary job) {
        String style = style();
        return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="%s"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        """
                .formatted(
                        text.language(),
                        policy(style),
                        text.of(
                                job.job().type().isPrefetch()
                                        ? "evidence.title.prefetch"
                                        : "evidence.title",
                                job.job().id()),
                        style);
    }

    String foot(boolean verified, Instant now) {
        return "<footer>\n<p>"
                + text.of(verified ? "evidence.limits.verified" : "evidence.limits")
                + "</p>\n<p>"
                + text.of("evidence.written")
                + " "
                + text.time(now)
                + "</p>\n</footer>\n</body>\n</html>\n";
    }

    private static String policy(String style) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src &#39;none&#39;; style-src &#39;sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style() {
        try (InputStream in =
                Objects.requireNonNull(PageFrame.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
