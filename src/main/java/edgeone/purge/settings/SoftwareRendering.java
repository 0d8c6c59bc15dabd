package edgeone.purge.settings;

import edgeone.purge.files.PrivateFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@link Settings#softwareRendering()}, read before anything else is created: JavaFX waits for it.
 */
public final class SoftwareRendering {
    /** As {@link SettingsJson} writes it. */
    private static final String OFF = '"' + SettingsJson.SOFTWARE_RENDERING + "\" : false";

    private SoftwareRendering() {}

    /** Whether a home folder asks for it. The file is only parsed if it may. */
    public static boolean isSet(Path home) {
        try {
            byte[] bytes =
                    new PrivateFile(home.resolve(SettingsFile.NAME)).read().orElse(new byte[0]);
            return new String(bytes, StandardCharsets.UTF_8)
                            .replace(OFF, "")
                            .contains(SettingsJson.SOFTWARE_RENDERING)
                    && new SettingsJson().read(bytes).settings().softwareRendering();
        } catch (IOException e) {
            // The next full read reports it.
            return false;
        }
    }
}
