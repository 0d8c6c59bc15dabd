package edgeone.purge.ui.settings;

import edgeone.purge.engine.Audit;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.Settings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the Settings screen works with. Everything blocks and is called off the JavaFX thread.
 *
 * @param about the program's build
 * @param audit the history as evidence
 */
public record SettingsAccess(
        Store store, ProxyPassword password, Bundle bundle, About about, Audit audit) {

    /** Stores the settings. */
    public interface Store {
        Settings load() throws IOException;

        /** Saves; network settings apply from the next connection on. */
        Settings change(UnaryOperator<Settings> change) throws IOException;

        /**
         * Checks whether these settings could be used, without connecting.
         *
         * @throws edgeone.purge.teo.error.InvalidSettingException they cannot be used, for example
         *     because the CA file contains no certificate
         */
        void check(Network network);
    }

    /**
     * Stores the proxy's password like other secrets; may make the system prompt for a password.
     */
    public interface ProxyPassword {
        /**
         * Stores it, replacing the previous one.
         *
         * @param password wiped by the caller
         * @param thisRun whether to keep it only until the program ends; a stored one stays and is
         *     used again at the next start
         */
        void keep(char[] password, boolean thisRun) throws Exception;

        /** Removes it, wherever it is stored; does nothing if there is none. */
        void remove() throws Exception;
    }

    /** Creates the support bundle. */
    @FunctionalInterface
    public interface Bundle {
        /**
         * Saves the bundle.
         *
         * @param withTargets whether to include the purged targets
         * @return whose secrets were not looked for, because they could not be read or are too
         *     short
         * @throws edgeone.purge.support.SupportBundle.LeakException a secret is inside; nothing was
         *     saved
         */
        List<String> save(Path file, boolean withTargets) throws Exception;
    }

    /**
     * The program's build and folders.
     *
     * @param built when, ISO-8601 UTC; empty if unknown
     * @param commit empty if unknown
     * @param home the home folder
     * @param licences where the licence texts are; null if they are not included
     */
    public record About(
            String version, String built, String commit, Path home, @Nullable Path licences) {}
}
