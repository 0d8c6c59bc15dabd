package edgeone.purge.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Canaries in the files of another tool, one of them broken; gone when this is closed. */
final class CanaryProfiles implements AutoCloseable {
    private final Path ops;
    private final Path broken;

    /**
     * @param person whose folder they are put into
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
