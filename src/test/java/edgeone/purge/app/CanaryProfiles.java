package edgeone.purge.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Canaries in files of another tool, one of them damaged. Closing deletes the files. */
final class CanaryProfiles implements AutoCloseable {
    private final Path ops;
    private final Path broken;

    /**
     * @param person whose user folder to put them into
     */
    CanaryProfiles(Path person) throws IOException {
        Path tccli = Files.createDirectories(person.resolve(".tccli"));
        ops = tccli.resolve("ops.credential");
        broken = tccli.resolve("broken.credential");
        Files.writeString(
                ops,
                "{\"secretId\":\"%s\",\"secretKey\":\"%s\"}"
                        .formatted(CanaryCommands.LONG_LIVED_ID, Canaries.KEY));
        Files.writeString(broken, "{\"secretKey\":\"" + Canaries.KEY);
    }

    @Override
    public void close() throws IOException {
        Files.delete(ops);
        Files.delete(broken);
    }
}
