package edgeone.purge.app.window;

import edgeone.purge.app.wiring.BuildInfo;
import edgeone.purge.app.wiring.Networks;
import edgeone.purge.app.wiring.SupportFile;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStore;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.Settings;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.ui.settings.SettingsAccess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What the Settings screen works with, for one home folder. */
public final class Preferences {
    private Preferences() {}

    public static SettingsAccess of(Wiring wiring) {
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
                        licences()),
                wiring.audit());
    }

    /** Installers put them beside the program. */
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
            return wiring.settings().file().load().settings();
        }

        @Override
        public Settings change(UnaryOperator<Settings> change) throws IOException {
            return wiring.settings().change(change);
        }

        @Override
        public void check(Network network) {
            String file = network.caFile();
            if (file != null) {
                NetworkOptions.checkCaFile(Path.of(file));
            }
        }
    }

    /** The proxy's password in the secret stores. */
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
