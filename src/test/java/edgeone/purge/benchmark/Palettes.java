package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.palette.Palette;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteEntry.Kind;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/**
 * How long the palette takes from a key until its list is laid out with what was found, in a window
 * of the headless platform.
 */
final class Palettes {
    private static final int ZONES = 2_000;
    private static final int JOBS = 200;
    private static final int MOST_MILLIS = 50;
    private static final List<String> TYPED =
            List.of(
                    "shop-1999.example",
                    "zone-17",
                    "overseas 42",
                    "nothing at all",
                    "choose a zone");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Palettes() {}

    static Benchmarks.Outcome measure() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> Platform.setImplicitExit(false));
        List<Took> took = type();
        Platform.exit();
        List<Double> millis = took.stream().map(Took::millis).sorted().toList();
        List<Double> work = took.stream().map(Took::work).sorted().toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zones", ZONES);
        json.put("entries", entries().size());
        json.put("keys", took.size());
        json.put("medianMillis", rounded(millis.get(millis.size() / 2)));
        json.put("worstMillis", rounded(millis.getLast()));
        json.put("worstAllowedMillis", MOST_MILLIS);
        json.put("medianWorkMillis", rounded(work.get(work.size() / 2)));
        json.put("worstWorkMillis", rounded(work.getLast()));
        return new Benchmarks.Outcome(json, millis.getLast() < MOST_MILLIS);
    }

    /**
     * How long a key took.
     *
     * @param millis as a person waits, with the wait for the next frame
     * @param work of it, what the JavaFX thread worked, whatever else the machine was at
     */
    private record Took(double millis, double work) {}

    /** The window with its palette open. */
    private record Opened(Stage stage, Palette palette, TextField field) {
        static Opened now() {
            Theme.LIGHT.apply();
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 1_280, 800));
            stage.show();
            Formats formats =
                    new Formats(Messages.in(Language.ENGLISH), Clock.systemUTC(), words -> words);
            List<PaletteEntry> entries = entries();
            Palette palette = new Palette(List.of((_, found) -> found.accept(entries)), formats);
            palette.open(stage, "#0969da");
            return new Opened(stage, palette, search());
        }

        private static TextField search() {
            return Window.getWindows().stream()
                    .map(w -> w.getScene().getRoot().lookup("#palette-search"))
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        /** From a key until the frame with what it finds is laid out. */
        Took press(String typed) throws Exception {
            CompletableFuture<Took> laidOut = new CompletableFuture<>();
            Platform.runLater(
                    () -> {
                        long start = System.nanoTime();
                        long cpu = THREADS.getCurrentThreadCpuTime();
                        Scene scene = field.getScene();
                        scene.addPostLayoutPulseListener(
                                new Runnable() {
                                    @Override
                                    public void run() {
                                        scene.removePostLayoutPulseListener(this);
                                        laidOut.complete(
                                                new Took(
                                                        (System.nanoTime() - start) / 1e6,
                                                        (THREADS.getCurrentThreadCpuTime() - cpu)
                                                                / 1e6));
                                    }
                                });
                        field.setText(typed);
                    });
            return laidOut.get();
        }

        void close() {
            palette.close();
            stage.hide();
        }
    }

    private static List<Took> type() throws Exception {
        Opened opened = onFx(Opened::now);
        // The frames of the opening itself.
        for (String opening : List.of(" ", "  ", "")) {
            opened.press(opening);
        }
        List<Took> took = new ArrayList<>();
        for (String typed : TYPED) {
            for (int length = 1; length <= typed.length(); length++) {
                took.add(opened.press(typed.substring(0, length)));
            }
        }
        onFx(
                () -> {
                    opened.close();
                    return opened;
                });
        return took;
    }

    private static List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (int i = 0; i < ZONES; i++) {
            entries.add(
                    entry(
                            Kind.ZONE,
                            "shop-" + i + ".example",
                            "alias-"
                                    + i
                                    + " · zone-"
                                    + i
                                    + " · "
                                    + (i % 2 == 0 ? "overseas" : "")));
        }
        for (int i = 0; i < JOBS; i++) {
            entries.add(entry(Kind.JOB, i + " URLs · shop-" + i + ".example", "Succeeded · 12:00"));
        }
        entries.add(entry(Kind.ACTION, "Choose a zone", ""));
        return entries;
    }

    private static PaletteEntry entry(Kind kind, String title, String detail) {
        return new PaletteEntry(kind, title, detail, "", "", () -> {});
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
