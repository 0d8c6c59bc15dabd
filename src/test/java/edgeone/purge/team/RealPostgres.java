package edgeone.purge.team;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL of its own on a free port of this machine, with an empty database {@code team}
 * and its owner {@code postgres}. The binaries come with the tests and are unpacked once a JVM;
 * PostgreSQL refuses to run as root, so it runs in a user namespace there. The system property
 * {@code team.postgres} names an installed one instead, such as {@code /usr/lib/postgresql/15}.
 */
public final class RealPostgres implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final int port;

    private RealPostgres(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param folder an empty folder for its data
     */
    public static RealPostgres start(Path folder) throws IOException {
        Path home = Unpacked.HOME;
        Path data = folder.resolve("postgres");
        List<String> init = new ArrayList<>(asUser());
        init.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", data.toString()));
        init.addAll(List.of("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"));
        run(init, folder.resolve("initdb.log"));
        RealPostgres postgres = new RealPostgres(home, data, freePort());
        postgres.startServer();
        try (Connection connection = postgres.connect("postgres", "postgres")) {
            connection.createStatement().execute("CREATE DATABASE team");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return postgres;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Starts it again after {@link #stop}. */
    public void startServer() throws IOException {
        String options =
                "-p "
                        + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c"
                        + " fsync=off -c shared_buffers=32MB";
        control("start", "-o", options);
    }

    /** Ends it at once, as a crash would. */
    public void stop() throws IOException {
        control("stop", "-m", "immediate");
    }

    private void control(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asUser());
        command.addAll(List.of(home.resolve("bin/pg_ctl").toString(), "-D", data.toString(), "-w"));
        command.addAll(List.of("-l", data.resolve("server.log").toString()));
        command.addAll(List.of(arguments));
        run(command, data.resolve("control.log"));
    }

    public int port() {
        return port;
    }

    /** The address of the database, as the owner of everything. */
    public String url() {
        return url("postgres");
    }

    public String url(String user) {
        return "postgresql://" + user + "@127.0.0.1:" + port + "/team";
    }

    /** A connection beside the program. */
    public Connection connect(String user) throws SQLException {
        return connect(user, "team");
    }

    /** A connection of the owner to another database of the same server. */
    public Connection connectTo(String database) throws SQLException {
        return connect("postgres", database);
    }

    public Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, "");
    }

    /** Runs statements as the owner. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            stop();
        }
    }

    private static List<String> asUser() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? List.of("unshare", "-U") : List.of();
    }

    private static void run(List<String> command, Path log) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Unpacked with tar, as no library here reads xz. */
    private static final class Unpacked {
        static final Path HOME = unpack();

        private static Path unpack() {
            String installed = System.getProperty("team.postgres", "");
            if (!installed.isBlank()) {
                return Path.of(installed);
            }
            String archive = "/postgres-linux-x86_64.txz";
            try (InputStream packed = RealPostgres.class.getResourceAsStream(archive)) {
                if (packed == null) {
                    throw new IOException(archive + " is missing");
                }
                Path home = Files.createTempDirectory("postgres");
                Path file = home.resolve("postgres.txz");
                Files.copy(packed, file);
                run(
                        List.of("tar", "-xJf", file.toString(), "-C", home.toString()),
                        home.resolve("tar.log"));
                Files.delete(file);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
                return home;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void delete(Path home) {
            try {
                run(List.of("rm", "-r", home.toString()), Path.of("/dev/null"));
            } catch (IOException e) {
                // Left to whoever empties the temporary folder.
            }
        }
    }
}
