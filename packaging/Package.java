import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Makes an application image of {@code target/app} and installers of that image: {@code java
 * packaging/Package.java [app-image|deb|rpm|msi|dmg]...}, from the project's folder, on JDK 25 or
 * later. Reports what is missing before it starts.
 */
final class Package {
    private static final Path APP = Path.of("target", "app");
    private static final String JAR = "edgeone-purge.jar";
    private static final Path OUT = Path.of("target", "package");
    private static final Path PACKAGING = Path.of("packaging");

    private Package() {}

    public static void main(String[] args) throws Exception {
        List<String> kinds = args.length == 0 ? List.of("app-image") : List.of(args);
        List<String> missing = missing(kinds);
        if (!missing.isEmpty()) {
            missing.forEach(m -> System.err.println("package: missing: " + m));
            System.exit(2);
        }
        Steps steps = new Steps();
        String version = version();
        Path input = OUT.resolve("input");
        Path runtime = OUT.resolve("runtime");
        Steps.delete(OUT);
        Files.createDirectories(OUT);
        steps.run("stage the jars", () -> Staging.stage(APP, JAR, input, Platform.HERE));
        steps.run("collect licences", () -> Licenses.collect(input, PACKAGING.resolve("licenses")));
        steps.run("join the jars", () -> OneJar.join(input, JAR));
        steps.run("add the icons", () -> addIcons(input));
        steps.run("write man pages and completion", () -> describeCommands(input, version));
        steps.run(
                "link the runtime", () -> AppImage.link(PACKAGING.resolve("modules.txt"), runtime));
        AppImage app =
                new AppImage(
                        Platform.HERE == Platform.LINUX ? "edgeone-purge" : "EdgeOne Purge",
                        JAR,
                        version,
                        input,
                        runtime);
        Path image = app.folder(OUT);
        Stamp stamp = Stamp.of(APP.resolve(JAR));
        steps.run(
                "make the image",
                () -> {
                    app.make(OUT, imageArguments());
                    app.quicken(OUT);
                    stamp.put(image);
                });
        // Training only the start makes the smallest cache. Without a display, or a way to ask a
        // program to exit, it runs the tour, which needs neither.
        boolean tour = Platform.HERE == Platform.WINDOWS || !Display.isPossible();
        steps.run(
                "train the start",
                () ->
                        app.train(
                                OUT,
                                tour,
                                folder -> tour ? List.of("--tour", folder + "/tour") : List.of()));
        System.out.printf("%s: %d MB%n", image, Steps.megabytes(image));
        for (String kind : kinds) {
            if (!kind.equals("app-image")) {
                steps.run("make the " + kind, () -> installer(kind, version, image, stamp));
            }
        }
        nameByMachine(version);
        try (var made = Files.list(OUT)) {
            made.filter(f -> f.toString().matches(".*\\.(deb|rpm|msi|dmg)"))
                    .forEach(f -> System.out.printf("%s: %d MB%n", f, Steps.megabytes(f)));
        }
    }

    /** jpackage names these after the program only; a release has them for several machines. */
    private static void nameByMachine(String version) throws IOException {
        for (String kind : List.of("msi", "dmg")) {
            Path made = OUT.resolve("EdgeOne Purge-" + version + "." + kind);
            if (Files.exists(made)) {
                String machine = Platform.HERE.label().toLowerCase(java.util.Locale.ROOT);
                String arch = System.getProperty("os.arch");
                Files.move(
                        made,
                        OUT.resolve(
                                "edgeone-purge-%s-%s-%s.%s"
                                        .formatted(version, machine, arch, kind)));
            }
        }
    }

    private static List<String> imageArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("@" + PACKAGING.resolve("common.args"));
        arguments.addAll(List.of("--icon", Platform.HERE.icon().toString()));
        if (Platform.HERE == Platform.WINDOWS) {
            Path cli = PACKAGING.resolve("windows").resolve("edgeone-purge-cli.properties");
            arguments.addAll(List.of("--add-launcher", "edgeone-purge-cli=" + cli));
        }
        return arguments;
    }

    private static void installer(String kind, String version, Path image, Stamp stamp)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(Steps.tool("jpackage"), "--type", kind));
        command.addAll(List.of("--app-image", image.toString(), "--dest", OUT.toString()));
        command.addAll(List.of("--app-version", version, "--name", name(image)));
        command.add("@" + PACKAGING.resolve("common.args"));
        command.add("@" + PACKAGING.resolve(Platform.HERE.arguments()));
        if (Platform.HERE == Platform.LINUX) {
            Path resources = PACKAGING.resolve("linux");
            Path folder = kind.equals("deb") ? resources.resolve("deb") : resources;
            command.addAll(List.of("--resource-dir", folder.toString()));
        }
        Steps.execute(command, stamp.environment());
    }

    private static String name(Path image) {
        return image.getFileName().toString().replaceFirst("\\.app$", "");
    }

    /** What the installers put into the menu; the window's own icons are in the jar. */
    private static void addIcons(Path input) throws IOException {
        if (Platform.HERE != Platform.LINUX) {
            return;
        }
        Path folder = Files.createDirectories(input.resolve("linux"));
        try (var icons = Files.list(Path.of("icons"))) {
            for (Path icon : icons.toList()) {
                String name = icon.getFileName().toString();
                boolean themed = name.matches("edgeone-purge-(16|24|32|48|64|128|256|512)\\.png");
                if (themed || name.endsWith(".svg")) {
                    Files.copy(icon, folder.resolve(name));
                }
            }
        }
        for (String name : List.of("edgeone-purge.desktop", "integrate.sh")) {
            Path copy = folder.resolve(name);
            Files.copy(PACKAGING.resolve("linux").resolve(name), copy);
            if (name.endsWith(".sh") && !copy.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make executable: " + copy);
            }
        }
    }

    /** Man pages and shell completion, made of the commands of the program itself. */
    private static void describeCommands(Path input, String version) throws IOException {
        if (Platform.HERE == Platform.LINUX) {
            Steps.execute(
                    List.of(
                            Steps.tool("java"),
                            "-cp",
                            APP.resolve(JAR).toString(),
                            "edgeone.purge.cli.CommandFiles",
                            input.resolve("linux").toString(),
                            version));
        }
    }

    private static String version() {
        try (JarFile jar = new JarFile(APP.resolve(JAR).toFile())) {
            String version =
                    jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            return version.replaceFirst("-SNAPSHOT$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> missing(List<String> kinds) {
        List<String> missing = new ArrayList<>();
        if (!Files.exists(APP.resolve(JAR))) {
            missing.add(APP + ", run: mvn package");
            return missing;
        }
        for (String tool : List.of("jlink", "jpackage")) {
            if (!Files.isExecutable(Path.of(Steps.tool(tool)))) {
                missing.add(tool + ", which every JDK has: run this on a JDK, not a JRE");
            }
        }
        for (String kind : kinds) {
            switch (kind) {
                case "app-image" -> {}
                case "deb" -> {
                    here(missing, kind, Platform.LINUX);
                    need(missing, kind, "dpkg-deb", "dpkg");
                    need(missing, kind, "fakeroot", "fakeroot");
                    need(missing, kind, "strip", "binutils");
                }
                case "rpm" -> {
                    here(missing, kind, Platform.LINUX);
                    need(missing, kind, "rpmbuild", "rpm (Debian) or rpm-build (Fedora)");
                    need(missing, kind, "strip", "binutils");
                }
                case "msi" -> {
                    here(missing, kind, Platform.WINDOWS);
                    if (!onPath("wix") && !onPath("candle") && System.getenv("WIX") == null) {
                        missing.add("the WiX toolset, for msi");
                    }
                }
                case "dmg" -> {
                    here(missing, kind, Platform.MACOS);
                    if (version().startsWith("0")) {
                        missing.add("a version of at least 1.0.0: macOS accepts no other for a dmg");
                    }
                }
                default -> missing.add(kind + "? It is app-image, deb, rpm, msi or dmg");
            }
        }
        return missing;
    }

    private static void here(List<String> missing, String kind, Platform platform) {
        if (Platform.HERE != platform) {
            missing.add("a " + platform.label() + " machine, for " + kind);
        }
    }

    private static void need(List<String> missing, String kind, String tool, String of) {
        if (!onPath(tool)) {
            missing.add(tool + ", for " + kind + ": install the package " + of);
        }
    }

    static boolean onPath(String tool) {
        String suffix = Platform.HERE == Platform.WINDOWS ? ".exe" : "";
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, tool + suffix))) {
                return true;
            }
        }
        return false;
    }
}
