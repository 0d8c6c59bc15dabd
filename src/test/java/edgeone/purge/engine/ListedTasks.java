package edgeone.purge.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What others purged, written into the file that the embedded EdgeOne keeps its jobs in: at any
 * time, also while it is being asked.
 */
final class ListedTasks {
    static final String ZONE = "zone-2x5demo00001";
    static final String PAGE = "https://www.example.com/";

    private final Path file;

    ListedTasks(Path folder) {
        file = folder.resolve("accepted.jsonl");
    }

    /** Adds a job that is done at once. */
    void add(String taskId, Instant created, String... paths) {
        add(taskId, created, Duration.ZERO, "{}", List.of(paths));
    }

    /**
     * Adds a job.
     *
     * @param fates JSON with the status of rows, by index, that do not end as success
     */
    void add(
            String taskId, Instant created, Duration processing, String fates, List<String> paths) {
        String line =
                """
                {"jobId":"%s","zone":"%s","type":"purge_url","method":"invalidate","targets":[%s],\
                "tagDomains":[],"time":"%s","visibleMillis":0,"processingMillis":%d,"fates":%s}
                """
                        .formatted(
                                taskId,
                                ZONE,
                                paths.stream()
                                        .map(p -> '"' + PAGE + p + '"')
                                        .collect(Collectors.joining(",")),
                                created,
                                processing.toMillis(),
                                fates);
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
