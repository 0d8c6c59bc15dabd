package edgeone.purge.targets.intake;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.format.Collector;
import edgeone.purge.targets.intake.format.CsvReader;
import edgeone.purge.targets.intake.format.CurlReader;
import edgeone.purge.targets.intake.format.DiffReader;
import edgeone.purge.targets.intake.format.FormatReader;
import edgeone.purge.targets.intake.format.HarReader;
import edgeone.purge.targets.intake.format.HtmlReader;
import edgeone.purge.targets.intake.format.JsonReader;
import edgeone.purge.targets.intake.format.LinesReader;
import edgeone.purge.targets.intake.format.MarkdownReader;
import edgeone.purge.targets.intake.format.SitemapReader;
import edgeone.purge.targets.intake.log.LogReader;
import edgeone.purge.targets.intake.source.CanceledReadException;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;
import edgeone.purge.targets.intake.source.WatchedReader;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Reads texts. May be used from any thread, for one text at a time. */
public final class TextIntake {
    private final @Nullable BaseAddress base;
    private final Watch watch;

    /** What came of reading a text whose format is to be found out. */
    public sealed interface Outcome {
        record Read(Findings findings) implements Outcome {}

        /**
         * A person has to say which it is.
         *
         * @param formats two or more
         */
        record Undecided(List<Format> formats) implements Outcome {
            public Undecided {
                formats = List.copyOf(formats);
            }
        }
    }

    /**
     * Reads texts.
     *
     * @param base what paths are completed with; null where there is nothing
     */
    public TextIntake(@Nullable BaseAddress base, Watch watch) {
        this.base = base;
        this.watch = watch;
    }

    /**
     * Reads a text as what it is found out to be.
     *
     * @throws UnreadableException where it cannot be read as that
     * @throws CanceledReadException where the watch ended it
     */
    public Outcome read(TextSource source) throws IOException {
        WatchedReader.Counter counter = new WatchedReader.Counter(watch);
        try (BufferedReader in = open(source, counter)) {
            String head = head(in);
            return switch (Detector.of(head)) {
                case Detection.Ambiguous(List<Format> formats) -> new Outcome.Undecided(formats);
                case Detection.Blank() -> new Outcome.Read(new Collector().finish(Format.LINES));
                case Detection.Detected(Format format) ->
                        new Outcome.Read(read(source, format, in, head, counter, true));
            };
        }
    }

    /**
     * Reads a text as {@code format}.
     *
     * @throws UnreadableException where it is not that
     * @throws CanceledReadException where the watch ended it
     */
    public Findings read(TextSource source, Format format) throws IOException {
        WatchedReader.Counter counter = new WatchedReader.Counter(watch);
        try (BufferedReader in = open(source, counter)) {
            String head = format == Format.LINES ? "" : head(in);
            return read(source, format, in, head, counter, false);
        }
    }

    private Findings read(
            TextSource source,
            Format format,
            BufferedReader in,
            String head,
            WatchedReader.Counter counter,
            boolean found)
            throws IOException {
        FormatReader reader =
                switch (format) {
                    case LINES -> new LinesReader(found);
                    case CSV -> new CsvReader(head);
                    case JSON -> new JsonReader(base);
                    case SITEMAP -> sitemap(source, head, counter);
                    case LOG -> new LogReader(base);
                    case HTML -> new HtmlReader(base);
                    case MARKDOWN -> new MarkdownReader(base);
                    case CURL -> new CurlReader();
                    case HAR -> new HarReader();
                    case DIFF -> new DiffReader(base);
                };
        Collector collector = new Collector();
        reader.read(in, collector);
        return collector.finish(format);
    }

    private static FormatReader sitemap(
            TextSource source, String head, WatchedReader.Counter counter)
            throws UnreadableException {
        if (Detector.of(head).equals(new Detection.Detected(Format.HTML))) {
            throw new UnreadableException(Reason.ERROR_PAGE);
        }
        return new SitemapReader(
                name -> {
                    Optional<TextSource> sibling = source.beside(name);
                    return sibling.isEmpty()
                            ? Optional.empty()
                            : Optional.of(open(sibling.get(), counter));
                });
    }

    private static BufferedReader open(TextSource source, WatchedReader.Counter counter)
            throws IOException {
        Reader opened = source.open();
        return new BufferedReader(new WatchedReader(opened, counter), Detector.HEAD * 2);
    }

    /** Looks ahead without taking anything away. */
    private static String head(BufferedReader in) throws IOException {
        in.mark(Detector.HEAD * 2);
        char[] head = new char[Detector.HEAD + 4_096];
        int length = 0;
        int count;
        while (length < head.length && (count = in.read(head, length, head.length - length)) >= 0) {
            length += count;
        }
        in.reset();
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                throw new UnreadableException(Reason.BINARY);
            }
        }
        return new String(head, 0, length);
    }
}
