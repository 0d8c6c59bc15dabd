import java.nio.file.Path;

/** The system this runs on, and its differences. */
enum Platform {
    LINUX("Linux", "Linux", "linux.args", "edgeone-purge-512.png", "so"),
    WINDOWS("Windows", "Windows", "windows.args", "edgeone-purge.ico", "dll"),
    MACOS("macOS", "Mac", "macos.args", "edgeone-purge.icns", "dylib");

    static final Platform HERE = here();

    private final String label;
    private final String sqliteFolder;
    private final String arguments;
    private final String icon;
    private final String library;

    Platform(String label, String sqliteFolder, String arguments, String icon, String library) {
        this.label = label;
        this.sqliteFolder = sqliteFolder;
        this.arguments = arguments;
        this.icon = icon;
        this.library = library;
    }

    String label() {
        return label;
    }

    String arguments() {
        return arguments;
    }

    Path icon() {
        return Path.of("icons", icon);
    }

    /** Whether a file in a jar is a native library of any system. */
    static boolean isLibrary(String name) {
        return name.matches(".*\\.(so|dll|dylib|jnilib|a)");
    }

    /** Whether JavaFX's library at the root of its jar is for this system. */
    boolean isLibraryHere(String name) {
        return name.endsWith("." + library);
    }

    /** Whether only other systems use a library: Linux stores secrets over D-Bus, without JNA. */
    boolean hasNoUseFor(String jar) {
        return this == LINUX && jar.matches("(jna|jna-platform|jkeychain)-\\d.*");
    }

    /** Where sqlite-jdbc keeps its library for this machine. */
    String sqlite() {
        String arch = System.getProperty("os.arch");
        String folder = arch.equals("amd64") ? "x86_64" : arch;
        return "org/sqlite/native/" + sqliteFolder + "/" + folder + "/";
    }

    private static Platform here() {
        String os = System.getProperty("os.name");
        if (os.startsWith("Windows")) {
            return WINDOWS;
        }
        return os.startsWith("Mac") ? MACOS : LINUX;
    }
}
