package edgeone.purge.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One window for each home folder: who opens it, who knocks, and what a crash leaves behind. */
@Timeout(60)
final class WindowClaimTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir private Path home;

    private WindowClaim first() throws IOException {
        return WindowClaim.take(home, PATIENCE).orElseThrow();
    }

    @Test
    void theSecondRaisesTheFirst() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        try (WindowClaim first = first()) {
            first.answer(() -> raised.incrementAndGet() > 0);

            assertThat(WindowClaim.take(home, PATIENCE)).isEmpty();
            assertThat(raised).hasValue(1);
            assertThat(WindowClaim.take(home, PATIENCE)).isEmpty();
            assertThat(raised).hasValue(2);
        }
    }

    @Test
    void anotherHomeFolderHasAWindowOfItsOwn() throws Exception {
        try (WindowClaim first = first();
                WindowClaim other =
                        WindowClaim.take(home.resolve("elsewhere"), PATIENCE).orElseThrow()) {
            first.answer(() -> true);
            other.answer(() -> true);
            assertThat(home.resolve("one-window.address"))
                    .isNotEqualTo(home.resolve("elsewhere/one-window.address"));
            assertThat(home.resolve("elsewhere/one-window.address")).exists();
        }
    }

    @Test
    void aWindowThatIsStillOpeningIsAwaited() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        try (WindowClaim first = first()) {
            CompletableFuture<Optional<WindowClaim>> second =
                    CompletableFuture.supplyAsync(() -> take(PATIENCE));
            assertThat(second).isNotDone();
            first.answer(() -> raised.incrementAndGet() > 0);
            assertThat(second.get()).isEmpty();
            assertThat(raised).hasValue(1);
        }
    }

    @Test
    void aWindowThatIsJustClosingIsFollowedByANewOne() throws Exception {
        WindowClaim first = first();
        CompletableFuture<Optional<WindowClaim>> second =
                CompletableFuture.supplyAsync(() -> take(PATIENCE));
        first.close();
        try (WindowClaim next = second.get().orElseThrow()) {
            next.answer(() -> true);
            assertThat(take(PATIENCE)).isEmpty();
        }
    }

    @Test
    void aWindowThatIsClosedButStillAtWorkIsFollowedByANewOne() throws Exception {
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        WindowClaim first = first();
        first.answer(() -> asked.complete(true) && asked.isCancelled());
        CompletableFuture<Optional<WindowClaim>> second =
                CompletableFuture.supplyAsync(() -> take(PATIENCE));
        asked.join();
        first.close();
        try (WindowClaim next = second.get().orElseThrow()) {
            assertThat(next).isNotSameAs(first);
        }
    }

    @Test
    void closingGivesTheRightBack() throws Exception {
        WindowClaim first = first();
        first.answer(() -> true);
        first.close();
        assertThat(home.resolve("one-window.address")).doesNotExist();
        first().close();
    }

    @Test
    void ofManyStartsOneOpensAndTheOthersRaiseIt() throws Exception {
        int starts = 8;
        AtomicInteger raised = new AtomicInteger();
        List<WindowClaim> claims = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(starts)) {
            List<Future<Optional<WindowClaim>>> all = new ArrayList<>();
            for (int i = 0; i < starts; i++) {
                all.add(
                        pool.submit(
                                () -> {
                                    Optional<WindowClaim> claim = take(PATIENCE);
                                    if (claim.isPresent()) {
                                        claim.get().answer(() -> raised.incrementAndGet() > 0);
                                    }
                                    return claim;
                                }));
            }
            for (Future<Optional<WindowClaim>> one : all) {
                one.get().ifPresent(claims::add);
            }
        }
        assertThat(claims).hasSize(1);
        assertThat(raised).hasValue(starts - 1);
        claims.getFirst().close();
    }

    /** As after a crash, when another program has taken the port since. */
    @Test
    void anAddressWithoutALockIsIgnored() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            new WindowAddress.File(home).write(WindowAddress.at(stranger.getLocalPort()));
            try (WindowClaim mine = WindowClaim.take(home, SHORT).orElseThrow()) {
                mine.answer(() -> true);
                assertThat(take(PATIENCE)).isEmpty();
            }
        }
    }

    @Test
    void aStrangerAtTheAddressIsNotTheWindow() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                WindowClaim first = first()) {
            WindowAddress old = WindowAddress.at(stranger.getLocalPort());
            new WindowAddress.File(home).write(old);
            Thread.ofVirtual().start(() -> agreeToEverything(stranger));

            assertThatThrownBy(() -> WindowClaim.take(home, SHORT))
                    .isInstanceOf(SilentWindowException.class);
            first.answer(() -> true);
            assertThat(take(PATIENCE)).isEmpty();
        }
    }

    private static void agreeToEverything(ServerSocket server) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    caller.getOutputStream().write("0".repeat(64).getBytes());
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void aWindowThatDoesNotAnswerIsReported() throws Exception {
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        try (WindowClaim first = first()) {
            first.answer(never::join);
            assertThatThrownBy(() -> WindowClaim.take(home, SHORT))
                    .isInstanceOfSatisfying(
                            SilentWindowException.class,
                            e -> assertThat(e.process()).isEqualTo(ProcessHandle.current().pid()));
        } finally {
            never.complete(true);
        }
    }

    @Test
    void onlyReadersOfTheHomeFolderCanKnock() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        try (WindowClaim first = first()) {
            first.answer(() -> raised.incrementAndGet() > 0);
            WindowAddress address = new WindowAddress.File(home).read().orElseThrow();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                socket.getOutputStream().write("0".repeat(32).getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(raised).hasValue(0);
            assertThat(address.toString()).doesNotContain(address.knock(), address.answer());
            for (String name : List.of("one-window.address", "one-window.lock")) {
                assertThat(
                                PosixFilePermissions.toString(
                                        Files.getPosixFilePermissions(home.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anythingButAnAddressIsIgnored() throws Exception {
        for (String line : List.of("", "x", "1 2 3 4", "70000000 1 a b", "-1 -1 - -")) {
            Files.writeString(home.resolve("one-window.address"), line);
            assertThat(new WindowAddress.File(home).read()).as(line).isEmpty();
            WindowClaim.take(home, SHORT).orElseThrow().close();
        }
    }

    private Optional<WindowClaim> take(Duration patience) {
        try {
            return WindowClaim.take(home, patience);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
