import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/**
 * A screen for a training run: the existing one, else Xvfb if installed, else none, and JavaFX's
 * headless platform is used.
 */
final class Display implements AutoCloseable {
    private final String name;
    private final Process server;

    private Display(String name, Process server) {
        this.name = name;
        this.server = server;
    }

    /** Whether {@link #open} returns a real screen. */
    static boolean isPossible() {
        return Platform.HERE != Platform.LINUX || isPresent() || Package.onPath("Xvfb");
    }

    static Display open() throws IOException {
        if (isPossible() && Platform.HERE == Platform.LINUX && !isPresent()) {
            return virtual("1440x900x24");
        }
        return new Display(System.getenv("DISPLAY"), null);
    }

    private static boolean isPresent() {
        String present = System.getenv("DISPLAY");
        return present != null && !present.isEmpty();
    }

    /** Starts an Xvfb on a free display number. */
    static Display virtual(String size) throws IOException {
        Process server =
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", size, "-noreset", "-nolisten", "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader reader = server.inputReader();
        String number = reader.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        return new Display(":" + number, server);
    }

    String name() {
        return name;
    }

    void into(Map<String, String> environment) {
        if (name != null) {
            environment.put("DISPLAY", name);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
