import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures two packaged windows side by side; see startup.sh. */
final class Startup {
    private static final double FRAME_BAR = 1.3;
    private static final double MEMORY_BAR = 1.6;
    private static final int INSTALLER_BAR = 75;
    private static final int INSTALLED_BAR = 150;

    /**
     * A window is usable when this much of the form equals its final picture, and whole when this
     * much of the window does.
     */
    private static final double SAME = 0.97;

    /** A focused window has a blinking caret and still counts as unchanged. */
    private static final double STILL_SAME = 0.9995;

    /** The sampling interval, and so the precision of the measurement. */
    private static final long EVERY_MILLIS = 5;

    private static final long STILL = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final Path PACKAGE = Path.of("target", "package");

    /**
     * A start.
     *
     * @param millis until the window was usable
     * @param wholeMillis until what the first frame does without was there as well
     * @param megabytes resident memory of the open window, without swap
     */
    private record Start(double millis, double wholeMillis, double megabytes) {}

    private record Shot(long nanos, int[] pixels) {}

    private final Framebuffer screen;
    private final Path home;

    private Startup(Framebuffer screen, Path home) {
        this.screen = screen;
        this.home = home;
    }

    public static void main(String[] args) throws Exception {
        Framebuffer screen = Framebuffer.open(Path.of(args[0]));
        int runs = args.length == 1 ? 10 : Integer.parseInt(args[1]);
        Path program = PACKAGE.resolve("edgeone-purge");
        if (!Files.exists(program)) {
            System.err.println("startup: missing: " + program + ", run packaging/package.sh");
            System.exit(2);
        }
        Path scratch = Files.createTempDirectory("startup");
        List<String> bareCommand = List.of(bare(scratch.resolve("bare"), false).toString());
        List<String> quickCommand = List.of(bare(scratch.resolve("quick"), true).toString());
        // Without arguments, as the menu entry starts it.
        List<String> command = List.of(program.resolve("bin/edgeone-purge").toString());
        Startup startup = new Startup(screen, scratch.resolve("home"));
        List<Start> bareStarts = new ArrayList<>();
        List<Start> quickStarts = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        for (int run = -1; run < runs; run++) {
            Start ofBare = startup.measure(bareCommand);
            Start ofQuick = startup.measure(quickCommand);
            Start ofProgram = startup.measure(command);
            if (run >= 0) {
                bareStarts.add(ofBare);
                quickStarts.add(ofQuick);
                starts.add(ofProgram);
                System.err.printf(
                        "run %d: bare %.0f ms %.0f MB, quick %.0f ms, program %.0f ms %.0f MB%n",
                        run + 1, ofBare.millis(), ofBare.megabytes(), ofQuick.millis(),
                        ofProgram.millis(), ofProgram.megabytes());
            }
        }
        Steps.delete(scratch);
        System.exit(report(bareStarts, quickStarts, starts, program) ? 0 : 1);
    }

    private static boolean report(
            List<Start> bare, List<Start> quick, List<Start> program, Path image)
            throws IOException {
        double bareMillis = median(bare.stream().mapToDouble(Start::millis));
        double quickMillis = median(quick.stream().mapToDouble(Start::millis));
        double millis = median(program.stream().mapToDouble(Start::millis));
        double wholeMillis = median(program.stream().mapToDouble(Start::wholeMillis));
        double bareMegabytes = median(bare.stream().mapToDouble(Start::megabytes));
        double megabytes = median(program.stream().mapToDouble(Start::megabytes));
        double frame = millis / bareMillis;
        double memory = megabytes / bareMegabytes;
        long installed = Steps.megabytes(image);
        long installer = 0;
        try (var files = Files.list(PACKAGE)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(deb|rpm)")).toList()) {
                installer = Math.max(installer, Steps.megabytes(file));
            }
        }
        boolean passed =
                millis <= FRAME_BAR * quickMillis
                        && memory <= MEMORY_BAR
                        && installer <= INSTALLER_BAR
                        && installed <= INSTALLED_BAR;
        System.out.printf(
                Locale.ROOT,
                "{\"runs\":%d,\"bare\":{\"frameMs\":%.0f,\"residentMb\":%.0f},"
                        + "\"bareQuick\":{\"frameMs\":%.0f},"
                        + "\"program\":{\"frameMs\":%.0f,\"wholeMs\":%.0f,\"residentMb\":%.0f},"
                        + "\"frameRatio\":%.2f,\"frameBar\":%.1f,\"frameRatioToQuick\":%.2f,"
                        + "\"residentRatio\":%.2f,"
                        + "\"residentBar\":%.1f,\"installerMb\":%d,\"installerBar\":%d,"
                        + "\"installedMb\":%d,\"installedBar\":%d,\"passed\":%b}%n",
                bare.size(), bareMillis, bareMegabytes, quickMillis, millis, wholeMillis,
                megabytes, frame,
                FRAME_BAR, millis / quickMillis, memory, MEMORY_BAR, installer, INSTALLER_BAR,
                installed, INSTALLED_BAR, passed);
        return passed;
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Packages the bare window like the program: same runtime, same flags, own AOT cache.
     *
     * @param quick whether to use the program's launcher too, instead of jpackage's
     * @return its launcher
     */
    private static Path bare(Path scratch, boolean quick) throws IOException {
        Path app = scratch.resolve("app");
        Path lib = Files.createDirectories(app.resolve("lib"));
        for (Path jar : Staging.jars(Path.of("target", "app", "lib"))) {
            if (jar.getFileName().toString().matches("(javafx-|atlantafx-).*")) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        Path classes = scratch.resolve("classes");
        Steps.execute(
                List.of(
                        Steps.tool("javac"), "-d", classes.toString(), "-cp", lib + "/*",
                        "packaging/bare/Bare.java", "packaging/bare/Start.java"));
        StringBuilder manifest = new StringBuilder("Main-Class: bare.Start\nClass-Path:");
        Staging.jars(lib).forEach(j -> manifest.append(" lib/").append(j.getFileName()).append("\n "));
        Path manifestFile = Files.writeString(scratch.resolve("manifest"), manifest + "\n");
        Steps.execute(
                List.of(
                        Steps.tool("jar"), "--create", "--file", app.resolve("bare.jar").toString(),
                        "--manifest", manifestFile.toString(), "-C", classes.toString(), "."));
        Path input = scratch.resolve("input");
        Staging.stage(app, "bare.jar", input, Platform.HERE);
        OneJar.join(input, "bare.jar");
        AppImage image = new AppImage("bare", "bare.jar", "1.0", input, PACKAGE.resolve("runtime"));
        image.make(scratch, List.of());
        if (quick) {
            image.quicken(scratch);
        }
        image.train(scratch, true, folder -> List.of("--once"));
        return image.launcher(scratch);
    }

    private Start measure(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(k -> k.startsWith("TENCENTCLOUD_"));
        builder.environment().put("EDGEONE_PURGE_HOME", home.toString());
        int[] empty = screen.shoot();
        long start = System.nanoTime();
        Process process = builder.start();
        List<Shot> shots = untilStill(process, empty, start);
        double megabytes = resident(process);
        int[] kept = shots.getLast().pixels();
        int[] window = screen.window(kept, empty);
        int[] keptForm = form(kept, window);
        double usable = millis(shots, start, s -> Framebuffer.same(form(s, window), keptForm));
        double whole = millis(shots, start, s -> Framebuffer.same(s, kept));
        // The launcher exits before the Java it started, which holds the home folder until the end.
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : all) {
            handle.onExit().get(20, TimeUnit.SECONDS);
        }
        while (Framebuffer.same(screen.shoot(), empty) < 0.99) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new Start(usable, whole, megabytes);
    }

    /** Where the program shows its form: the rest is the rail, the bars and the cards beside it. */
    private int[] form(int[] picture, int[] window) {
        return screen.part(picture, window, 0.13, 0.08, 0.73, 0.95);
    }

    private static double millis(List<Shot> shots, long start, ToDoubleFunction<int[]> likeness) {
        Shot first =
                shots.stream()
                        .filter(s -> likeness.applyAsDouble(s.pixels()) >= SAME)
                        .findFirst()
                        .orElseThrow();
        return (first.nanos() - start) / 1e6;
    }

    /** Every picture that differs from the previous one, until none does for a while. */
    private List<Shot> untilStill(Process process, int[] empty, long start) throws Exception {
        List<Shot> shots = new ArrayList<>(List.of(new Shot(start, empty)));
        while (true) {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            Shot shot = new Shot(System.nanoTime(), screen.shoot());
            Shot last = shots.getLast();
            if (Framebuffer.same(shot.pixels(), last.pixels()) < STILL_SAME) {
                shots.add(shot);
            } else if (shots.size() > 1 && shot.nanos() - last.nanos() > STILL) {
                return shots;
            }
            if (shot.nanos() - start > LONGEST || !process.isAlive()) {
                throw new IOException("no window of " + String.valueOf(process.info().command()));
            }
        }
    }

    /** Resident memory of the process and its children, in MB. */
    private static double resident(Process process) throws IOException {
        long kilobytes = 0;
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        for (ProcessHandle handle : all) {
            Path status = Path.of("/proc", String.valueOf(handle.pid()), "status");
            kilobytes +=
                    Files.readAllLines(status).stream()
                            .filter(l -> l.startsWith("VmRSS:"))
                            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                            .sum();
        }
        return kilobytes * 1024 / 1e6;
    }
}
