package edgeone.purge.app;

import edgeone.purge.accounts.Account;
import edgeone.purge.emulator.EmbeddedEdgeOne;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Types canaries into every field of the window that takes a secret, and looks for them after. */
final class CanaryPerson {
    private final EmbeddedEdgeOne edgeOne;
    private final EchoingEdgeOne echoing;
    private final LeakingProxy proxy;
    private final WindowHand hand;

    CanaryPerson(
            EmbeddedEdgeOne edgeOne, EchoingEdgeOne echoing, LeakingProxy proxy, WindowHand hand) {
        this.edgeOne = edgeOne;
        this.echoing = echoing;
        this.proxy = proxy;
        this.hand = hand;
    }

    void useEverything() throws Exception {
        hand.await("#reason", r -> text(r).startsWith("Paste"));
        addAccounts();
        testConnections();
        changeTheKey();
        purge();
        lookAtHistory();
        crash();
        goThroughProxies();
        requireEverything();
    }

    private void addAccounts() throws Exception {
        hand.screen("accounts");
        hand.press("#account-add");
        enter("prod", edgeOne.endpoint().toString(), CanaryCommands.ID);
        hand.press("#account-save");
        hand.await(".error-pane", Node::isVisible);
        hand.type("#account-key", " " + Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        said("SecretKey begins or ends with a blank");
        hand.type("#account-expiry", "2020-01-01T00:00:00Z");
        hand.type("#account-key", Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        said("have expired");
        hand.type("#account-expiry", "2099-01-01T00:00:00Z");
        hand.type("#account-key", Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        passphrase(Canaries.PASSPHRASE, true);
        rows("#accounts", 1);
        hand.press("#account-add");
        enter("echo", echoing.endpoint(), Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        rows("#accounts", 2);
    }

    private void enter(String name, String url, String key) throws Exception {
        hand.type("#account-name", name);
        hand.choose("#account-site", 2);
        hand.type("#account-url", url);
        hand.type("#account-id", CanaryCommands.ID);
        hand.type("#account-key", key);
        hand.press("#account-temporary");
    }

    private void testConnections() throws Exception {
        choose("prod");
        hand.press("#account-test");
        hand.await("#account-report", Node::isVisible);
        hand.press("#account-use");
        hand.await("#account-chip", c -> text(c).startsWith("prod"));
        for (EchoingEdgeOne.Mood mood : EchoingEdgeOne.Mood.values()) {
            if (mood != EchoingEdgeOne.Mood.HANGS) {
                echoing.mood(mood);
                choose("prod");
                choose("echo");
                hand.press("#account-test");
                hand.until(
                        "a report of " + mood,
                        () ->
                                WindowHand.find("#account-report").isPresent()
                                        || WindowHand.find(".side .error-pane").isPresent());
            }
        }
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        hand.press("#account-use");
        hand.await("#account-chip", c -> text(c).startsWith("echo"));
        hand.press("#linkDetails");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    private void changeTheKey() throws Exception {
        choose("prod");
        hand.type("#account-key", Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        hand.await("#account-key", f -> ((TextField) f).getText().isEmpty());
        // Typed and not saved.
        hand.type("#account-key", Canaries.KEY);
        hand.press("#account-cancel");
    }

    private void purge() throws Exception {
        echoing.mood(EchoingEdgeOne.Mood.TAKES);
        choose("echo");
        hand.press("#account-use");
        hand.screen("purge");
        hand.await("#reason", r -> text(r).startsWith("Paste"));
        hand.paste("#target-lines", List.of("https://a.test/1", "https://a.test/2"));
        hand.press("#go");
        hand.await("#run-headline", l -> text(l).startsWith("No target"));
    }

    private void lookAtHistory() throws Exception {
        hand.press("#run-show");
        hand.screen("history");
        rows("#job-targets", 2);
        hand.onFx(
                () -> {
                    ((TabPane) WindowHand.node(".tab-pane")).getSelectionModel().select(1);
                    return true;
                });
        rows("#job-requests", 1);
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        hand.press("#retry");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    /** A bug whose words hold a secret. */
    private void crash() throws Exception {
        Platform.runLater(
                () -> {
                    throw new IllegalStateException(
                            "cannot send " + Canaries.TOKEN,
                            new IllegalArgumentException(EchoingEdgeOne.everyForm(Canaries.KEY)));
                });
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    private void goThroughProxies() throws Exception {
        hand.screen("settings");
        for (int way : List.of(2, 3)) {
            hand.choose("#settings-way", way);
            hand.type("#settings-host", "127.0.0.1");
            hand.type("#settings-port", String.valueOf(proxy.port()));
            hand.type("#settings-user", "ops");
            hand.type("#settings-password", Canaries.PROXY_PASSWORD);
            hand.press("#settings-save");
            hand.await("#settings-said-NETWORK .success-text", Node::isVisible);
            hand.screen("accounts");
            for (LeakingProxy.Mood mood : LeakingProxy.Mood.values()) {
                int before = proxy.passwords();
                proxy.mood(mood);
                far(before);
            }
            hand.screen("settings");
        }
        hand.choose("#settings-way", 1);
        hand.press("#settings-save");
        hand.await("#settings-said-NETWORK .success-text", Node::isVisible);
    }

    /** Tests an account of a site that only the proxy leads to. */
    private void far(int before) throws Exception {
        if (hand.onFx(() -> accounts().getItems().size()) == 2) {
            hand.press("#account-add");
            enter("far", CanaryCommands.NOWHERE, Canaries.KEY);
            hand.type("#account-token", Canaries.TOKEN);
            hand.press("#account-save");
            rows("#accounts", 3);
        }
        choose("prod");
        choose("far");
        hand.press("#account-test");
        hand.until(
                "a report through the proxy",
                () ->
                        proxy.passwords() > before
                                && (WindowHand.find("#account-report").isPresent()
                                        || WindowHand.find(".side .error-pane").isPresent()));
    }

    /**
     * Asked for at the start, since an account of the encrypted file is used where none is named.
     */
    void forgetThePassphrase() throws Exception {
        passphrase("not " + Canaries.PASSPHRASE, false);
        hand.press("#linkDetails");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        hand.press("#linkAgain");
        passphrase(Canaries.PASSPHRASE, false);
        hand.await("#account-chip", c -> text(c).startsWith("prod"));
        hand.screen("accounts");
        rows("#accounts", 3);
        hand.press("#passphrase-forget");
        hand.press("#passphrase-forget-go");
        hand.gone("#passphrase-forget-go");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        choose("prod");
        hand.type("#account-key", Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        passphrase(Canaries.PASSPHRASE, true);
        hand.await("#account-key", f -> ((TextField) f).getText().isEmpty());
        choose("echo");
        hand.press("#account-remove");
        hand.press("#account-remove-go");
        rows("#accounts", 2);
    }

    private void passphrase(String passphrase, boolean creating) throws Exception {
        hand.type("#passphrase", passphrase);
        if (creating) {
            hand.type("#passphrase-again", passphrase);
        }
        hand.press("#passphrase-go");
        hand.gone("#passphrase");
    }

    private void choose(String account) throws Exception {
        hand.onFx(
                () -> {
                    TableView<?> table = accounts();
                    for (int row = 0; row < table.getItems().size(); row++) {
                        if (((Account) table.getItems().get(row)).name().equals(account)) {
                            table.getSelectionModel().select(row);
                        }
                    }
                    return true;
                });
    }

    private static TableView<?> accounts() {
        return (TableView<?>) WindowHand.node("#accounts");
    }

    private void rows(String table, int count) throws Exception {
        hand.await(table, t -> ((TableView<?>) t).getItems().size() == count);
    }

    private void said(String part) throws Exception {
        hand.until("\"" + part + "\"", () -> hand.shown().had(part));
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }

    /** A screen, or a field for a secret, that is new and was not used fails this. */
    private void requireEverything() throws Exception {
        Set<String> screens = hand.onFx(() -> new TreeSet<>(hand.shown().screens()));
        Set<String> fields = hand.onFx(() -> new TreeSet<>(hand.shown().secretFields()));
        if (!screens.equals(hand.visited()) || !fields.equals(hand.typed())) {
            throw new AssertionError(
                    "not used: "
                            + Map.of("screens", screens, "fields", fields)
                            + " but "
                            + hand.visited()
                            + hand.typed());
        }
    }

    /** Closes the window; returns in what form secrets were shown, and where. */
    List<String> leave() throws Exception {
        List<String> leaks = hand.onFx(() -> List.copyOf(hand.shown().leaks()));
        int texts = hand.onFx(() -> hand.shown().size());
        System.out.println(texts + " texts shown");
        hand.close();
        return leaks;
    }
}
