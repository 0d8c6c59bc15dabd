package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands with canaries in the environment and in files of other tools, against servers that
 * repeat them.
 */
final class CanaryReplies {
    private final CanaryProgram program;

    CanaryReplies(CanaryProgram program) {
        this.program = program;
    }

    void drive() throws Exception {
        program.signIn(CanaryCommands.ID);
        try (EchoingEdgeOne echoing = new EchoingEdgeOne();
                LeakingProxy proxy = new LeakingProxy()) {
            echoes(echoing);
            proxies(proxy);
        }
        imports();
        emulator();
    }

    /** Every kind of answer and failure of a server. */
    private void echoes(EchoingEdgeOne echoing) throws Exception {
        String[] purge = {
            "purge",
            "--zone",
            "zone-1",
            "--type",
            "purge_url",
            "--wait",
            "--settle",
            "0.1",
            "--target",
            "https://a.test/1",
            "--target",
            "https://a.test/2",
            "--endpoint",
            echoing.endpoint()
        };
        for (EchoingEdgeOne.Mood mood : EchoingEdgeOne.Mood.values()) {
            echoing.mood(mood);
            switch (mood) {
                case TAKES -> job(echoing, program.run(4, "", purge));
                case REFUSES ->
                        program.run(
                                6,
                                "",
                                "quota",
                                "--zone",
                                "zone-1",
                                "--endpoint",
                                echoing.endpoint());
                case STATUS_500, NO_JSON, NO_HTTP, WRONG_TYPES ->
                        program.run(7, "", "zones", "--endpoint", echoing.endpoint());
                case HANGS -> killed(echoing, purge);
            }
        }
        program.search();
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        program.run(5, "", "resume", "--settle", "0.1", "--endpoint", echoing.endpoint());
        program.run(0, "", "support-bundle", "--output", program.file("after.zip").toString());
    }

    /** Shows a job whose IDs and reasons are all secrets. */
    private void job(EchoingEdgeOne echoing, String said) throws Exception {
        String job = CanaryCommands.job(said);
        program.run(0, "", "targets", job);
        program.run(0, "", "jobs");
        program.run(4, "", "follow", job, "--endpoint", echoing.endpoint());
        program.run(0, "", "retry", job, "--endpoint", echoing.endpoint());
        String file = program.file("echoed.html").toString();
        program.run(0, "", "export", job, "--format", "html", "--output", file);
    }

    /** The journal during a purge, with its write-ahead log. */
    private void killed(EchoingEdgeOne echoing, String... command) throws Exception {
        Process process = program.start(command);
        process.getOutputStream().close();
        assertThat(echoing.hung.await(60, TimeUnit.SECONDS)).isTrue();
        program.search();
        process.destroyForcibly().waitFor();
    }

    /** The proxy from the environment, with its password in the URL. */
    private void proxies(LeakingProxy proxy) throws Exception {
        String password = URLEncoder.encode(Canaries.PROXY_PASSWORD, StandardCharsets.UTF_8);
        program.put("HTTPS_PROXY", "http://ops:" + password + "@127.0.0.1:" + proxy.port());
        for (LeakingProxy.Mood mood : LeakingProxy.Mood.values()) {
            proxy.mood(mood);
            program.run(7, "", "zones", "--endpoint", CanaryCommands.NOWHERE);
        }
        assertThat(proxy.passwords()).isPositive();
        program.put("HTTPS_PROXY", "http://ops:" + password + "@127.0.0.1:no port");
        program.run(7, "", "zones", "--endpoint", CanaryCommands.NOWHERE);
        program.put("HTTPS_PROXY", "");
    }

    private void imports() throws Exception {
        try (var _ = new CanaryProfiles(program.file(""))) {
            program.run(0, "", "account", "import");
            program.run(6, "", "account", "import", "ops", "--store", "file");
            program.run(
                    0, Canaries.PASSPHRASE + "\n", "account", "import", "ops", "--store", "file");
        }
    }

    /** A command that serves until it is stopped. */
    private void emulator() throws Exception {
        Process process = program.start("emulator");
        try {
            program.awaitWord("endpoint");
            program.done("emulator");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
