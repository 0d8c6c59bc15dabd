package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.targets.intake.TextIntake;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.finding.Format;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** How long files take until their addresses are targets, and how much memory that needs. */
final class Intakes {
    private static final int LINES = 1_000_000;
    private static final int CHILDREN = 5;
    private static final int PAGES = 10_000;
    private static final int HAR_BYTES = 200 << 20;
    private static final int LOG_BYTES = 250 << 20;
    private static final ZoneHosts HOSTS = new ZoneHosts.Suffix("example.com");

    private Intakes() {}

    @FunctionalInterface
    private interface Lines {
        String of(int number);
    }

    static Map<String, Object> measure() throws IOException {
        Path folder = Files.createTempDirectory("intake-benchmark");
        try {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("millionLines", lines(folder));
            json.put("sitemapIndex", sitemaps(folder));
            json.put("har", har(folder));
            json.put("log", log(folder));
            return json;
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a)).forEach(Intakes::delete);
            }
        }
    }

    private static Map<String, Object> lines(Path folder) throws IOException {
        Path file = folder.resolve("lines.txt");
        write(file, LINES, "", "", i -> "https://www.example.com/shop/products/" + i + ".html\n");
        return read(file, LINES);
    }

    private static Map<String, Object> sitemaps(Path folder) throws IOException {
        StringBuilder index = new StringBuilder("<sitemapindex>");
        for (int child = 0; child < CHILDREN; child++) {
            String name = "child-" + child + ".xml" + (child % 2 == 0 ? ".gz" : "");
            int first = child * PAGES;
            index.append("<sitemap><loc>https://www.example.com/maps/")
                    .append(name)
                    .append("</loc></sitemap>");
            write(
                    folder.resolve(name),
                    PAGES,
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
                    "</urlset>",
                    i ->
                            "<url><loc>https://www.example.com/page/"
                                    + (first + i)
                                    + "</loc><lastmod>2026-01-01</lastmod></url>\n");
        }
        Path file = folder.resolve("index.xml");
        Files.writeString(file, index.append("</sitemapindex>"));
        return read(file, CHILDREN * PAGES);
    }

    private static Map<String, Object> har(Path folder) throws IOException {
        Path file = folder.resolve("record.har");
        String body = "x".repeat(1 << 20);
        int entries = HAR_BYTES / body.length();
        write(
                file,
                entries,
                "{\"log\":{\"version\":\"1.2\",\"entries\":[",
                "{\"request\":{\"method\":\"GET\",\"url\":\"https://www.example.com/last\"},"
                        + "\"response\":{\"status\":200}}]}}",
                i ->
                        "{\"request\":{\"method\":\"GET\",\"url\":\"https://www.example.com/"
                                + i
                                + "\"},\"response\":{\"status\":200,\"content\":{\"text\":\""
                                + body
                                + "\"}}},");
        return read(file, entries + 1);
    }

    /** As long as a file may be: the same pages again and again. */
    private static Map<String, Object> log(Path folder) throws IOException {
        Path file = folder.resolve("access.log");
        String start =
                "www.example.com:443 192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] \"GET /page/";
        String end = " HTTP/1.1\" 200 2326 \"https://www.example.com/\" \"Mozilla/5.0 (X11)\"\n";
        int entries = LOG_BYTES / (start.length() + end.length() + 6);
        write(file, entries, "", "", i -> start + i % 100_000 + end);
        return read(file, 100_000);
    }

    private static void write(Path file, int count, String start, String end, Lines lines)
            throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        try (BufferedWriter out =
                packed
                        ? new BufferedWriter(
                                new OutputStreamWriter(
                                        new GZIPOutputStream(Files.newOutputStream(file)),
                                        StandardCharsets.UTF_8))
                        : Files.newBufferedWriter(file)) {
            out.write(start);
            for (int i = 0; i < count; i++) {
                out.write(lines.of(i));
            }
            out.write(end);
        }
    }

    private static Map<String, Object> read(Path file, int expected) throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        TextIntake intake = new TextIntake(null, Watch.NONE);
        Findings findings;
        switch (intake.read(TextSource.file(file))) {
            case TextIntake.Outcome.Read(Findings read) -> findings = read;
            case TextIntake.Outcome.Undecided(var formats) ->
                    throw new IllegalStateException(formats.toString());
        }
        long read = System.nanoTime();
        TargetList list = TargetReader.read(PurgeType.URL, findings.lines(), HOSTS, Cleaning.NONE);
        long done = System.nanoTime();
        if (list.targets().size() != expected || findings.format() == Format.CSV) {
            throw new IllegalStateException(findings.format() + " " + list.targets().size());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bytes", Files.size(file));
        json.put("format", findings.format().label());
        json.put("found", findings.found());
        json.put("targets", list.targets().size());
        json.put("readMillis", rounded((read - start) / 1e6));
        json.put("readAndCheckMillis", rounded((done - start) / 1e6));
        json.put("peakHeapBytes", peakHeap());
        return json;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
