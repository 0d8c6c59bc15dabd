import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/**
 * A screen for a training run: the one there is, else one of Xvfb where that is installed, else
 * none, which JavaFX's headless platform stands in for.
 */
final class Display implements AutoCloseable {
    private final String name;
    private final Process server;

    private Display(String name, Process server) {
        this.name = name;
        this.server = server;
    }

    static Display open() throws IOException {
        String present = System.getenv("DISPLAY");
        if (Platform.HERE != Platform.LINUX || (present != null && !present.isEmpty())) {
            return new Display(present, null);
        }
        if (!Package.onPath("Xvfb")) {
            return new Display(null, null);
        }
        return virtual("1440x900x24");
    }

    /** A new Xvfb on a number that is free. */
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
