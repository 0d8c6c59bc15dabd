package edgeone.purge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class PrivateFileTest {
    @TempDir Path temp;

    @Test
    void isReplacedWholeAndLeavesNothingElse() throws Exception {
        PrivateFile file = new PrivateFile(temp.resolve("home/deep/a.json"));
        assertThat(file.read()).isEmpty();
        file.write("one".getBytes());
        file.write("two".getBytes());
        assertThat(file.read()).hasValueSatisfying(b -> assertThat(b).asString().isEqualTo("two"));
        try (var left = Files.list(file.path().getParent())) {
            assertThat(left).containsExactly(file.path());
        }
    }

    @Test
    void fileLockAndNewFoldersAreForTheOwnerOnly() throws Exception {
        assumeTrue(OwnerOnly.isPosix(temp));
        PrivateFile file = new PrivateFile(temp.resolve("home/deep/a.json"));
        file.write(new byte[1]);
        FileGuard.of(file).close();
        assertThat(mode(file.path())).isEqualTo("rw-------");
        assertThat(mode(temp.resolve("home/deep/a.json.lock"))).isEqualTo("rw-------");
        assertThat(mode(temp.resolve("home/deep"))).isEqualTo("rwx------");
        assertThat(mode(temp.resolve("home"))).isEqualTo("rwx------");
        // A file whose permissions were widened is restricted again at the next change.
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        file.write(new byte[2]);
        assertThat(mode(file.path())).isEqualTo("rw-------");
    }

    @Test
    void isSetAsideWithoutEverOverwriting() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
        PrivateFile file = new PrivateFile(temp.resolve("a.json"));
        file.write("first".getBytes());
        Path first = file.setAside(clock);
        file.write("second".getBytes());
        Path second = file.setAside(clock);
        assertThat(first).hasFileName("a.json.damaged-20260304-050607").hasContent("first");
        assertThat(second).hasFileName("a.json.damaged-20260304-050607-2").hasContent("second");
        assertThat(file.read()).isEmpty();
    }

    @Test
    void anOldFileSurvivesWhenTheNewOneCannotBeWritten() throws Exception {
        PrivateFile file = new PrivateFile(temp.resolve("folder"));
        Files.createDirectories(temp.resolve("folder/inside"));
        assertThatThrownBy(() -> file.write("x".getBytes())).isInstanceOf(IOException.class);
        assertThat(temp.resolve("folder/inside")).isDirectory();
        try (var left = Files.list(temp)) {
            assertThat(left).containsExactly(temp.resolve("folder"));
        }
    }

    @Test
    void oneGuardAtATimeInOneProcess() throws Exception {
        PrivateFile file = new PrivateFile(temp.resolve("a.json"));
        file.write("0".getBytes());
        CountDownLatch start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    java.util.stream.IntStream.range(0, 20)
                            .<Future<?>>mapToObj(
                                    i ->
                                            executor.submit(
                                                    () -> {
                                                        start.await();
                                                        increment(file);
                                                        return null;
                                                    }))
                            .toList();
            start.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(new String(file.read().orElseThrow())).isEqualTo("20");
    }

    private static void increment(PrivateFile file) throws IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            int before = Integer.parseInt(new String(file.read().orElseThrow()));
            file.write(String.valueOf(before + 1).getBytes());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
