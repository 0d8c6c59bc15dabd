package edgeone.purge.app;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;

import java.nio.file.Files;
import java.nio.file.Path;

/** The part of the test on the Settings screen. */
final class CanarySettings {
    private static final String SAVED = "#settings-said-NETWORK .success-text";

    private final WindowHand hand;
    private final CanaryFiles files;
    private final CanaryAccounts accounts;
    private final LeakingProxy proxy;

    CanarySettings(
            WindowHand hand, CanaryFiles files, CanaryAccounts accounts, LeakingProxy proxy) {
        this.hand = hand;
        this.files = files;
        this.accounts = accounts;
        this.proxy = proxy;
    }

    /** Sets the timeouts, which apply from the sign-in this causes. */
    void patience(int seconds) throws Exception {
        hand.screen("settings");
        hand.type("#settings-read", String.valueOf(seconds));
        save();
        String connecting = hand.words().text("window.link.connecting");
        hand.await("#linkText", l -> !((Labeled) l).getText().equals(connecting));
    }

    private void save() throws Exception {
        hand.press("#settings-save");
        hand.await(SAVED, Node::isVisible);
    }

    /** Uses proxies, with an account of a site that cannot be reached otherwise. */
    void goThroughProxies() throws Exception {
        hand.screen("accounts");
        accounts.addFor("far", CanaryCommands.NOWHERE, 4);
        for (int way : new int[] {2, 3}) {
            hand.screen("settings");
            hand.choose("#settings-way", way);
            hand.type("#settings-host", "127.0.0.1");
            hand.type("#settings-port", String.valueOf(proxy.port()));
            hand.type("#settings-user", "ops");
            hand.type("#settings-password", Canaries.PROXY_PASSWORD);
            tick("#settings-password-this-run", way == 3);
            save();
            hand.screen("accounts");
            for (LeakingProxy.Mood mood : LeakingProxy.Mood.values()) {
                int before = proxy.passwords();
                proxy.mood(mood);
                far(before);
            }
        }
        hand.screen("settings");
        hand.choose("#settings-way", 1);
        save();
    }

    private void far(int before) throws Exception {
        accounts.choose("prod");
        accounts.choose("far");
        hand.press("#account-test");
        hand.until(
                "a report through the proxy",
                () -> proxy.passwords() > before && CanaryAccounts.isReported());
    }

    private void tick(String box, boolean on) throws Exception {
        hand.onFx(
                () -> {
                    ((CheckBox) WindowHand.node(box)).setSelected(on);
                    return true;
                });
    }

    /** Chooses a private key as the CA file. */
    void mistakeTheCaFile(Path folder) throws Exception {
        hand.screen("settings");
        Path key = files.mean(folder.resolve("key.pem"));
        Files.writeString(key, "-----BEGIN CERTIFICATE-----\n" + Canaries.KEY + "\n");
        hand.press("#settings-ca-choose");
        hand.press("#settings-save");
        hand.await("#settings-said-NETWORK .error-pane", Node::isVisible);
        Files.delete(key);
        hand.type("#settings-ca-file", "");
        save();
    }

    /** Saves a support bundle with and without targets. */
    void saveBundles(Path folder) throws Exception {
        hand.screen("settings");
        for (boolean targets : new boolean[] {true, false}) {
            tick("#settings-bundle-targets", targets);
            Path zip = files.mean(folder.resolve("window-" + targets + ".zip"));
            hand.press("#settings-bundle-save");
            hand.await("#settings-said-SUPPORT .success-text", Node::isVisible);
            if (Files.size(zip) == 0) {
                throw new AssertionError("nothing in " + zip);
            }
        }
    }
}
