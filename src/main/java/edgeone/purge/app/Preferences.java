package edgeone.purge.app;

import edgeone.purge.accounts.Secret;
import edgeone.purge.accounts.SecretStore;
import edgeone.purge.accounts.SecretStoreException;
import edgeone.purge.accounts.SecretStores;
import edgeone.purge.accounts.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.Settings;
import edgeone.purge.teo.NetworkOptions;
import edgeone.purge.ui.settings.SettingsAccess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What the Settings screen works with, over one home folder. */
final class Preferences {
    private Preferences() {}

    static SettingsAccess of(Wiring wiring) {
        BuildInfo program = BuildInfo.read();
        return new SettingsAccess(
                new Kept(wiring),
                new Password(wiring),
                new SupportFile(wiring),
                new SettingsAccess.About(
                        program.version(),
                        program.time(),
                        program.commit(),
                        wiring.directories().home(),
                        licences()));
    }

    /** The installers put them beside the program. */
    private static @Nullable Path licences() {
        try {
            Path program =
                    Path.of(
                            Preferences.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path folder = program.resolveSibling("licenses");
            return Files.isDirectory(folder) ? folder : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The settings of the home folder. */
    private record Kept(Wiring wiring) implements SettingsAccess.Store {
        @Override
        public Settings load() throws IOException {
            return wiring.settingsFile().load().settings();
        }

        @Override
        public Settings change(UnaryOperator<Settings> change) throws IOException {
            return wiring.change(change);
        }

        @Override
        public void check(Network network) {
            String file = network.caFile();
            if (file != null) {
                NetworkOptions.checkCaFile(Path.of(file));
            }
        }
    }

    /** The proxy's password among the secrets. */
    private record Password(Wiring wiring) implements SettingsAccess.ProxyPassword {
        @Override
        public void keep(char[] password, boolean thisRun) throws SecretStoreException {
            try (Secret secret = new Secret(password, null)) {
                wiring.known().addProxyPassword(Networks.PROXY, secret);
                if (thisRun) {
                    ofThisRun().save(Settings.PROXY_SECRET, secret);
                } else {
                    kept().save(Settings.PROXY_SECRET, secret);
                    ofThisRun().remove(Settings.PROXY_SECRET);
                }
            }
        }

        @Override
        public void remove() throws SecretStoreException {
            ofThisRun().remove(Settings.PROXY_SECRET);
            kept().remove(Settings.PROXY_SECRET);
        }

        private SecretStore ofThisRun() throws SecretStoreException {
            return wiring.stores().of(StoreKind.SESSION);
        }

        private SecretStore kept() throws SecretStoreException {
            SecretStores stores = wiring.stores();
            return stores.of(stores.preferred());
        }
    }
}
