package edgeone.purge.app;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Records every call that opens, reads, writes or queries a file, or enters the journal, with
 * Flight Recorder's method tracing. Unlike sampling, it sees even the shortest call.
 */
final class FxFiles implements AutoCloseable {
    /**
     * The methods that access the disk. SQLite does so in native code, so the journal's methods
     * count.
     */
    private static final String DOORS =
            String.join(
                    ";",
                    "java.nio.file.Files",
                    "java.nio.channels.FileChannel::open",
                    "java.io.RandomAccessFile::<init>",
                    "java.io.FileInputStream::<init>",
                    "java.io.FileOutputStream::<init>",
                    "java.io.File::exists",
                    "java.io.File::isFile",
                    "java.io.File::isDirectory",
                    "java.io.File::length",
                    "java.io.File::list",
                    "java.io.File::delete",
                    "edgeone.purge.journal.file.Journal::connections",
                    "edgeone.purge.journal.file.Journal::read",
                    "edgeone.purge.journal.file.Journal::write");

    /**
     * Code that reads the program's own classes, texts, pictures and fonts: once, and from a disk
     * nobody unplugs.
     */
    private static final List<String> PROGRAM =
            List.of(
                    "java.lang.ClassLoader.",
                    "java.lang.invoke.",
                    "java.util.ServiceLoader",
                    "java.util.ResourceBundle",
                    "java.net.URL.",
                    "java.lang.Class.getResource",
                    "jdk.internal.loader.",
                    "jdk.xml.internal.",
                    "sun.net.www.protocol.",
                    "com.sun.javafx.font.",
                    "com.sun.javafx.css.",
                    "javafx.css.");

    private static final String OWN = "edgeone.purge.";

    private final Recording recording = new Recording();
    private final Path dump;

    private FxFiles(Path dump) {
        this.dump = dump;
        recording.enable("jdk.MethodTrace").with("filter", DOORS).withStackTrace();
    }

    /**
     * Starts recording.
     *
     * @param dump the file for the recording
     */
    static FxFiles record(Path dump) {
        FxFiles files = new FxFiles(dump);
        files.recording.start();
        return files;
    }

    /** What was recorded, by thread. */
    record Calls(List<String> onFx, int elsewhere) {}

    /** Ends the recording. Calls on the JavaFX thread come with the path through our code. */
    Calls stop() throws IOException {
        recording.stop();
        recording.dump(dump);
        List<String> onFx = new ArrayList<>();
        int elsewhere = 0;
        try (RecordingFile file = new RecordingFile(dump)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getStackTrace() == null || event.getThread() == null) {
                    continue;
                }
                List<String> way = way(event);
                if (way.isEmpty()) {
                    continue;
                }
                if ("JavaFX Application Thread".equals(event.getThread().getJavaName())) {
                    onFx.add(String.join(" < ", way));
                } else {
                    elsewhere++;
                }
            }
        }
        return new Calls(onFx.stream().distinct().toList(), elsewhere);
    }

    /** The path from the disk back through our code; empty if our code did not cause the access. */
    private static List<String> way(RecordedEvent event) {
        List<String> way = new ArrayList<>();
        boolean own = false;
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String name = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
            if (!own && PROGRAM.stream().anyMatch(name::startsWith)) {
                return List.of();
            }
            own |= name.startsWith(OWN);
            if (name.startsWith(OWN) || way.isEmpty()) {
                way.add(name);
            }
        }
        return own ? way : List.of();
    }

    @Override
    public void close() {
        recording.close();
    }
}
