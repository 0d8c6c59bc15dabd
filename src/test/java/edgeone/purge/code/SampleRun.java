package edgeone.purge.code;

import edgeone.purge.emulator.api.call.ApiKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a program ended. */
record SampleRun(int exit, String out, String err) {
    private static final long MOST_SECONDS = 120;

    /** Runs the code of one call in a folder of its own. */
    static SampleRun of(SampleTool tool, Path dir, String code, ApiKey key)
            throws IOException, InterruptedException {
        Files.writeString(dir.resolve(tool.file()), code);
        return of(tool, tool.run(), dir, key);
    }

    /** Runs a command on the code that is in the folder. */
    static SampleRun of(SampleTool tool, List<String> command, Path dir, ApiKey key)
            throws IOException, InterruptedException {
        Path out = dir.resolve("out.txt");
        Path err = dir.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(dir.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.toLowerCase().endsWith("_proxy"));
        environment.put("TENCENTCLOUD_SECRET_ID", key.secretId());
        environment.put("TENCENTCLOUD_SECRET_KEY", key.secretKey());
        environment.remove("TENCENTCLOUD_TOKEN");
        if (key.token() != null) {
            environment.put("TENCENTCLOUD_TOKEN", key.token());
        }
        environment.putAll(tool.environment(dir));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end");
        }
        return new SampleRun(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
