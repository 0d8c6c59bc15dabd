package edgeone.purge.emulator.api.state;

import edgeone.purge.emulator.api.call.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Accepted jobs as lines of JSON, appended and synced. Several processes may share a file: a writer
 * holds a lock on a file next to it. A line torn by a crash is skipped. Not thread-safe.
 */
final class JobFile implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final System.Logger LOG = System.getLogger(JobFile.class.getName());

    private final FileChannel data;
    private final FileChannel guard;
    private long seen;

    private JobFile(FileChannel data, FileChannel guard) {
        this.data = data;
        this.guard = guard;
    }

    static JobFile open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel data = channel(file, StandardOpenOption.READ);
        try {
            return new JobFile(data, channel(file.resolveSibling(file.getFileName() + ".lock")));
        } catch (IOException e) {
            data.close();
            throw e;
        }
    }

    private static FileChannel channel(Path file, StandardOpenOption... more) throws IOException {
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        options.addAll(List.of(more));
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? FileChannel.open(file, options, OWNER_ONLY)
                : FileChannel.open(file, options);
    }

    /** Waits until no other process, and no other emulator in this one, is appending. */
    FileLock lock() throws IOException {
        while (true) {
            try {
                return guard.lock();
            } catch (OverlappingFileLockException e) {
                // Held by another emulator in this process, which Java reports instead of waiting.
                try {
                    Thread.sleep(2);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while waiting for a file lock");
                }
            }
        }
    }

    /** Returns what any process appended since the last call. */
    List<AcceptedJob> readNew() throws IOException {
        List<AcceptedJob> jobs = new ArrayList<>();
        long size = data.size();
        if (size <= seen) {
            return jobs;
        }
        ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(size - seen));
        while (block.hasRemaining() && data.read(block, seen + block.position()) > 0) {
            // until full, or until the end
        }
        byte[] bytes = block.array();
        int start = 0;
        for (int i = 0; i < block.position(); i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                if (!line.isBlank()) {
                    parse(line, jobs);
                }
                start = i + 1;
            }
        }
        seen += start;
        return jobs;
    }

    /** Appends and syncs; call it under the lock, after {@link #readNew}. */
    void append(List<AcceptedJob> jobs) throws IOException {
        var lines = new StringBuilder();
        long end = data.size();
        if (end > 0 && lastByte(end) != '\n') {
            lines.append('\n');
        }
        for (AcceptedJob job : jobs) {
            lines.append(Json.MAPPER.writeValueAsString(json(job))).append('\n');
        }
        ByteBuffer block = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        long at = end;
        while (block.hasRemaining()) {
            at += data.write(block, at);
        }
        data.force(true);
    }

    @Override
    public void close() throws IOException {
        data.close();
        guard.close();
    }

    private byte lastByte(long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        data.read(last, end - 1);
        return last.get(0);
    }

    static ObjectNode json(AcceptedJob job) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("jobId", job.jobId()).put("zone", job.zoneId()).put("type", job.type());
        node.put("method", job.method());
        var targets = node.putArray("targets");
        job.targets().forEach(targets::add);
        var domains = node.putArray("tagDomains");
        job.tagDomains().forEach(domains::add);
        node.put("time", job.time().toString());
        node.put("visibleMillis", job.visibleAfter().toMillis());
        node.put("processingMillis", job.processing().toMillis());
        var fates = node.putObject("fates");
        job.fates().forEach((row, fate) -> fates.put(String.valueOf(row), fate.text()));
        PrefetchWork prefetch = job.prefetch();
        if (prefetch != null) {
            node.putObject("prefetch")
                    .put("edge", prefetch.edge())
                    .put("segments", prefetch.segments())
                    .put("ticket", prefetch.ticket());
        }
        return node;
    }

    private static void parse(String line, List<AcceptedJob> jobs) {
        try {
            jobs.add(job(Json.MAPPER.readTree(line)));
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "skipped an incomplete record");
        }
    }

    private static AcceptedJob job(JsonNode node) {
        Map<Integer, RowFate> fates = new HashMap<>();
        node.path("fates")
                .forEachEntry(
                        (row, fate) ->
                                fates.put(Integer.valueOf(row), RowFate.of(fate.stringValue())));
        List<String> targets = texts(node.path("targets"));
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no targets");
        }
        return new AcceptedJob(
                node.path("jobId").stringValue(),
                node.path("zone").stringValue(),
                node.path("type").stringValue(),
                node.path("method").stringValue(),
                targets,
                texts(node.path("tagDomains")),
                Instant.parse(node.path("time").stringValue()),
                Duration.ofMillis(node.path("visibleMillis").longValue()),
                Duration.ofMillis(node.path("processingMillis").longValue()),
                fates,
                node.has("prefetch") ? prefetch(node.path("prefetch")) : null);
    }

    private static PrefetchWork prefetch(JsonNode node) {
        return new PrefetchWork(
                node.path("edge").booleanValue(),
                node.path("segments").intValue(),
                node.path("ticket").stringValue());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
