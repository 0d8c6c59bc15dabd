package edgeone.purge.ui.settings;

import edgeone.purge.settings.Network;
import edgeone.purge.settings.Settings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the screen works with. Everything blocks and is called off the JavaFX thread.
 *
 * @param about which program this is
 */
public record SettingsAccess(Store store, ProxyPassword password, Bundle bundle, About about) {

    /** Keeps the settings. */
    public interface Store {
        Settings load() throws IOException;

        /** Saves; from the next connection on, the network is reached as it says. */
        Settings change(UnaryOperator<Settings> change) throws IOException;

        /**
         * Tries whether EdgeOne could be reached like this, without reaching for it.
         *
         * @throws edgeone.purge.teo.error.InvalidSettingException where it could not, such as a CA
         *     file that is none
         */
        void check(Network network);
    }

    /** Keeps the proxy's password like other secrets; may make the system ask for a password. */
    public interface ProxyPassword {
        /**
         * Keeps it in place of the one before.
         *
         * @param password wiped by the caller
         * @param thisRun whether only until the program ends; one that is kept for longer stays,
         *     and counts again at the next start
         */
        void keep(char[] password, boolean thisRun) throws Exception;

        /** Forgets it, wherever it is kept; nothing happens where there is none. */
        void remove() throws Exception;
    }

    /** Packs what helps whoever helps. */
    @FunctionalInterface
    public interface Bundle {
        /**
         * Saves the bundle.
         *
         * @param withTargets whether what was purged goes in
         * @return whose secrets were not looked for, since they could not be read or are too short
         * @throws edgeone.purge.support.SupportBundle.LeakException a secret is inside; nothing was
         *     saved
         */
        List<String> save(Path file, boolean withTargets) throws Exception;
    }

    /**
     * Which program this is.
     *
     * @param built when, ISO-8601 UTC; empty where unknown
     * @param commit empty where unknown
     * @param home where everything is kept
     * @param licences where the licence texts are; null where they do not come along
     */
    public record About(
            String version, String built, String commit, Path home, @Nullable Path licences) {}
}
