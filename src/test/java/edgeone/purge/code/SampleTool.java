package edgeone.purge.code;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs and what parses the code of a language. The clients of the vendor that no registry for
 * this build holds are in the folder that {@code EDGEONE_CODE_CLIENTS} names; {@code .ci/code}
 * fills it.
 */
enum SampleTool {
    TCCLI(CodeLanguage.TCCLI, "sample.sh", "sh") {
        @Override
        Optional<String> missing() {
            return notIn("vendor/tccli").or(() -> notIn("python/bin/python"));
        }

        @Override
        void prepare(Path dir) throws IOException {
            Path program = Files.createDirectories(dir.resolve("bin")).resolve("tccli");
            String start =
                    """
                    #!%s
                    import certifi, os
                    certifi.where = lambda: os.environ["AUTHORITY"]
                    from tccli.main import main
                    main()
                    """;
            Files.writeString(program, start.formatted(clients().resolve("python/bin/python")));
            program.toFile().setExecutable(true);
        }

        @Override
        Map<String, String> environment(Path dir) {
            return Map.of(
                    "PATH", dir.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
                    "PYTHONPATH", clients().resolve("vendor").toString(),
                    "HOME", dir.toString(),
                    "AUTHORITY", dir.resolve("authority.pem").toString());
        }

        @Override
        List<String> run() {
            return List.of("sh", "sample.sh");
        }

        @Override
        List<String> parse() {
            return List.of("sh", "-n", "sample.sh");
        }
    },
    CURL(CodeLanguage.CURL, "sample.sh", "sh") {
        @Override
        Optional<String> missing() {
            return notOnPath("curl").or(() -> notOnPath("openssl"));
        }

        @Override
        List<String> run() {
            return List.of("sh", "sample.sh");
        }

        @Override
        List<String> parse() {
            return List.of("sh", "-n", "sample.sh");
        }
    },
    JAVA(CodeLanguage.JAVA, "Sample.java", null) {
        @Override
        List<String> run() {
            String path =
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(SampleTool::isOfTheSdk)
                            .collect(Collectors.joining(File.pathSeparator));
            return List.of(java(), "-XX:TieredStopAtLevel=1", "-cp", path, "Sample.java");
        }

        @Override
        List<String> parse() {
            return List.of();
        }
    },
    PYTHON(CodeLanguage.PYTHON, "sample.py", "python3") {
        @Override
        Optional<String> missing() {
            return notIn("vendor/tencentcloud/common").or(() -> notIn("python/bin/python"));
        }

        @Override
        Map<String, String> environment(Path dir) {
            return Map.of("PYTHONPATH", clients().resolve("vendor").toString());
        }

        @Override
        List<String> run() {
            return List.of(clients().resolve("python/bin/python").toString(), "sample.py");
        }

        @Override
        List<String> parse() {
            return List.of("python3", "-m", "py_compile", "sample.py");
        }
    },
    NODEJS(CodeLanguage.NODEJS, "sample.js", "node") {
        @Override
        Optional<String> missing() {
            return notOnPath("node").or(() -> notIn("node/node_modules"));
        }

        @Override
        Map<String, String> environment(Path dir) {
            return Map.of("NODE_PATH", clients().resolve("node/node_modules").toString());
        }

        @Override
        List<String> run() {
            return List.of("node", "sample.js");
        }

        @Override
        List<String> parse() {
            return List.of("node", "--check", "sample.js");
        }
    },
    GO(CodeLanguage.GO, "main.go", "gofmt") {
        private static final String MODULE =
                "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common";

        @Override
        Optional<String> missing() {
            return notOnPath("go").or(() -> notIn("go/tencentcloud/common"));
        }

        @Override
        void prepare(Path dir) throws IOException {
            String module =
                    """
                    module sample
                    go 1.14
                    require %1$s v1.0.0
                    replace %1$s => %2$s
                    """;
            Files.writeString(
                    dir.resolve("go.mod"),
                    module.formatted(MODULE, clients().resolve("go/tencentcloud/common")));
        }

        @Override
        Map<String, String> environment(Path dir) {
            return Map.of(
                    "GOPROXY", "off",
                    "GOFLAGS", "-mod=mod",
                    "GOCACHE", clients().resolve("go/cache").toString());
        }

        @Override
        List<String> run() {
            return List.of("go", "run", ".");
        }

        @Override
        List<String> parse() {
            return List.of("gofmt", "-e", "main.go");
        }
    },
    PHP(CodeLanguage.PHP, "sample.php", "php") {
        @Override
        Optional<String> missing() {
            return notOnPath("php").or(() -> notIn("php/vendor/autoload.php"));
        }

        @Override
        void prepare(Path dir) throws IOException {
            Files.createSymbolicLink(dir.resolve("vendor"), clients().resolve("php/vendor"));
        }

        @Override
        List<String> run() {
            return List.of("php", "sample.php");
        }

        @Override
        List<String> parse() {
            return List.of("php", "-l", "sample.php");
        }
    },
    DOTNET(CodeLanguage.DOTNET, "Sample.cs", "mcs") {
        @Override
        Optional<String> missing() {
            return notOnPath("mcs").or(() -> notIn("dotnet/TencentCloud.dll"));
        }

        @Override
        Map<String, String> environment(Path dir) {
            return Map.of("MONO_PATH", clients().resolve("dotnet").toString());
        }

        @Override
        List<String> run() {
            String compile = "mcs -r:%s -out:sample.exe Sample.cs && mono sample.exe";
            return List.of(
                    "sh", "-c", compile.formatted(clients().resolve("dotnet/TencentCloud.dll")));
        }

        @Override
        List<String> parse() {
            return List.of("mcs", "--parse", "Sample.cs");
        }
    };

    private final CodeLanguage language;
    private final String file;
    private final String parser;

    SampleTool(CodeLanguage language, String file, String parser) {
        this.language = language;
        this.file = file;
        this.parser = parser;
    }

    CodeLanguage language() {
        return language;
    }

    /** The name of the file that the code is written to. */
    String file() {
        return file;
    }

    /** Why the code cannot be run here; empty if it can. */
    Optional<String> missing() {
        return Optional.empty();
    }

    /** Why the code cannot be parsed here; empty if it can. */
    Optional<String> missingParser() {
        return parser == null
                ? Optional.of("the compiler of " + language.word() + " runs what it parses")
                : notOnPath(parser);
    }

    /** Puts what the code needs beside it. */
    void prepare(Path dir) throws IOException {}

    Map<String, String> environment(Path dir) {
        return new LinkedHashMap<>();
    }

    abstract List<String> run();

    abstract List<String> parse();

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isOfTheSdk(String jar) {
        String name = Path.of(jar).getFileName().toString();
        return Stream.of(
                        "tencentcloud",
                        "gson",
                        "okhttp",
                        "okio",
                        "kotlin",
                        "logging-interceptor",
                        "commons-logging")
                .anyMatch(name::startsWith);
    }

    static Path clients() {
        String folder = System.getenv("EDGEONE_CODE_CLIENTS");
        return Path.of(folder == null ? "none" : folder).toAbsolutePath();
    }

    private static Optional<String> notIn(String path) {
        return Files.exists(clients().resolve(path))
                ? Optional.empty()
                : Optional.of(
                        "EDGEONE_CODE_CLIENTS names no folder with "
                                + path
                                + "; .ci/run code makes one");
    }

    private static Optional<String> notOnPath(String program) {
        boolean found =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
        return found ? Optional.empty() : Optional.of(program + " is not installed");
    }
}
