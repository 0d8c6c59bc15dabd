package edgeone.purge.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Notifications on a real bus, and by a real process. */
@Timeout(60)
final class DesktopNoticesTest {
    private static final String HOSTILE = "<b>x</b> & \"; touch pwned; --help $(touch pwned) '";

    @TempDir private Path folder;

    @Test
    void aClickOnTheDesktopIsHeardOnce() throws Exception {
        assumeTrue(RealBus.isPossible(), "needs dbus-daemon");
        try (RealBus bus = new RealBus(List.of("body"));
                DesktopNotices notices = new BusNotices(bus.address)) {
            CountDownLatch heard = new CountDownLatch(1);
            AtomicInteger times = new AtomicInteger();
            CountDownLatch second = new CountDownLatch(1);
            notices.show(
                    "one",
                    "of two",
                    () -> {
                        times.incrementAndGet();
                        heard.countDown();
                    });
            notices.show("two", "of two", second::countDown);
            RealBus.Shown one = bus.shown();
            RealBus.Shown two = bus.shown();
            assertThat(one.summary()).isEqualTo("one");
            assertThat(one.actions()).containsExactly("default", "one");
            bus.click(one.id());
            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
            bus.click(one.id());
            bus.click(two.id());
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(times).hasValue(1);
        }
    }

    @Test
    void textOfOthersIsNoMarkup() throws Exception {
        assumeTrue(RealBus.isPossible(), "needs dbus-daemon");
        try (RealBus bus = new RealBus(List.of("body", "body-markup"));
                DesktopNotices notices = new BusNotices(bus.address)) {
            notices.show("zone <i>", HOSTILE, () -> {});
            RealBus.Shown shown = bus.shown();
            assertThat(shown.summary()).as("never markup").isEqualTo("zone <i>");
            assertThat(shown.body())
                    .startsWith("&lt;b&gt;x&lt;/b&gt; &amp; \"")
                    .doesNotContain("<", "& ");
        }
        try (RealBus bus = new RealBus(List.of("body"));
                DesktopNotices notices = new BusNotices(bus.address)) {
            notices.show("zone", HOSTILE, () -> {});
            assertThat(bus.shown().body()).isEqualTo(HOSTILE);
        }
    }

    /** The bus went away and came back, as after a crash of the desktop. */
    @Test
    void aBusThatIsGoneHurtsNobody() throws Exception {
        assumeTrue(RealBus.isPossible(), "needs dbus-daemon");
        String address;
        try (RealBus bus = new RealBus(List.of())) {
            address = bus.address;
        }
        try (DesktopNotices notices = new BusNotices(address)) {
            notices.show("a", "b", () -> {});
        }
    }

    @Test
    void aScriptGetsTextsAsArgumentsOrInItsEnvironment() throws Exception {
        Path seen = folder.resolve("seen");
        String record = "printf '%s\\n' \"$@\" \"$EDGEONE_NOTICE_TITLE\" \"$K\" > \"$SEEN.part\"";
        Script script =
                new Script(
                        List.of("sh", "-c", record + "; mv \"$SEEN.part\" \"$SEEN\"", "sh"), false);
        ProcessBuilder arguments = script.process("--title", HOSTILE);
        arguments.environment().put("SEEN", seen.toString());
        assertThat(arguments.start().waitFor()).isZero();
        assertThat(Files.readAllLines(seen)).containsExactly("--title", HOSTILE, "", "");
        ProcessBuilder environment = new Script(script.words(), true).process(HOSTILE, "text");
        environment.environment().put("SEEN", seen.toString());
        assertThat(environment.start().waitFor()).isZero();
        assertThat(Files.readAllLines(seen)).contains(HOSTILE);
    }

    @Test
    void noScriptInheritsAKey() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TENCENTCLOUD_SECRET_KEY", "k");
        environment.put("EDGEONE_PURGE_TEAM_PASSWORD", "p");
        environment.put("HOME", "/home/admin");
        Script.dropKeys(environment);
        assertThat(environment).containsOnlyKeys("HOME");
        assertThat(Script.APPLE.process("a", "b").environment().keySet())
                .noneMatch(name -> name.startsWith("TENCENTCLOUD_"));
    }

    @Test
    void theScriptsHoldNothingOfWhatIsShown() {
        assertThat(Script.APPLE.process("t", HOSTILE).command().subList(0, 8))
                .isEqualTo(Script.APPLE.words());
        Script windows = Script.powerShell(Map.of("SystemRoot", "D:\\W"));
        ProcessBuilder process = windows.process("t", HOSTILE);
        assertThat(process.command()).isEqualTo(windows.words());
        assertThat(process.command().getFirst()).startsWith("D:\\W\\System32\\");
        assertThat(process.environment()).containsEntry(Script.TEXT, HOSTILE);
    }

    @Test
    void everySystemHasItsOwnAndABareOneNone() throws Exception {
        assertThat(DesktopNotices.of("Mac OS X", Map.of())).isInstanceOf(ScriptedNotices.class);
        assertThat(DesktopNotices.of("Windows 11", Map.of())).isInstanceOf(ScriptedNotices.class);
        Map<String, String> bus = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/none");
        assertThat(DesktopNotices.of("Linux", bus)).isInstanceOf(BusNotices.class);
        Files.createFile(folder.resolve("bus"));
        Map<String, String> runtime = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertThat(DesktopNotices.of("Linux", runtime)).isInstanceOf(BusNotices.class);
        DesktopNotices none = DesktopNotices.of("Linux", Map.of());
        assertThat(none).isNotInstanceOf(BusNotices.class);
        none.show("a", "b", () -> {});
        none.close();
    }
}
