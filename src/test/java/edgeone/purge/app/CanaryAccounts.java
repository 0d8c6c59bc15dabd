package edgeone.purge.app;

import edgeone.purge.accounts.Account;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.model.SafetyLevel;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import java.nio.file.Path;

/** The part of the test on the Accounts screen. */
final class CanaryAccounts {
    private final WindowHand hand;
    private final EmbeddedEdgeOne edgeOne;
    private final EchoingEdgeOne echoing;

    CanaryAccounts(WindowHand hand, EmbeddedEdgeOne edgeOne, EchoingEdgeOne echoing) {
        this.hand = hand;
        this.edgeOne = edgeOne;
        this.echoing = echoing;
    }

    void add() throws Exception {
        hand.screen("accounts");
        hand.press("#account-add");
        enter("prod", edgeOne.endpoint().toString(), CanaryCommands.ID);
        hand.type("#account-expiry", "some day");
        hand.press("#account-save");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        hand.type("#account-expiry", "");
        hand.press("#account-save");
        hand.await(".error-pane", Node::isVisible);
        hand.type("#account-key", " " + Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        hand.said("accounts.problem.key-padded");
        hand.type("#account-expiry", "2020-01-01T00:00:00Z");
        typeKey();
        hand.press("#account-save");
        hand.said("accounts.problem.token-expired", "prod");
        hand.type("#account-expiry", "2099-01-01T00:00:00Z");
        typeKey();
        hand.press("#account-save");
        passphrase(Canaries.PASSPHRASE, true);
        hand.rows("#accounts", 1);
        addFor("echo", echoing.endpoint(), 2);
    }

    /** Adds an account and waits for {@code rows} rows. */
    void addFor(String name, String url, int rows) throws Exception {
        hand.press("#account-add");
        enter(name, url, Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
        hand.press("#account-save");
        hand.rows("#accounts", rows);
    }

    private void enter(String name, String url, String key) throws Exception {
        hand.type("#account-name", name);
        hand.choose("#account-site", 2);
        hand.type("#account-url", url);
        hand.type("#account-id", CanaryCommands.ID);
        hand.type("#account-key", key);
        hand.press("#account-temporary");
    }

    private void typeKey() throws Exception {
        hand.type("#account-key", Canaries.KEY);
        hand.type("#account-token", Canaries.TOKEN);
    }

    void test() throws Exception {
        choose("prod");
        hand.press("#account-test");
        hand.await("#account-report", Node::isVisible);
        use("prod");
        for (EchoingEdgeOne.Mood mood : EchoingEdgeOne.Mood.values()) {
            if (mood != EchoingEdgeOne.Mood.HANGS) {
                echoing.mood(mood);
                choose("prod");
                choose("echo");
                hand.press("#account-test");
                hand.until("a report of " + mood, CanaryAccounts::isReported);
            }
        }
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        use("echo");
        hand.press("#linkDetails");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    static boolean isReported() {
        return WindowHand.find("#account-report").isPresent()
                || WindowHand.find(".side .error-pane").isPresent();
    }

    /** Tests an account whose EdgeOne does not answer until the client gives up. */
    void testWhileEdgeOneHangs() throws Exception {
        hand.screen("accounts");
        choose("echo");
        choose("prod");
        edgeOne.useFaults(FaultPlan.parse("hang"));
        hand.press("#account-test");
        hand.said("window.accounts.testing");
        hand.until("a report of the silence", CanaryAccounts::isReported);
        edgeOne.useFaults(FaultPlan.parse(""));
    }

    void changeTheKey() throws Exception {
        choose("prod");
        typeKey();
        hand.press("#account-save");
        hand.await("#account-key", f -> ((TextField) f).getText().isEmpty());
        // Typed but not saved.
        hand.type("#account-key", Canaries.KEY);
        hand.press("#account-cancel");
    }

    /** Imports a key of another tool, first under a name in use, then under a free one. */
    void takeOver() throws Exception {
        hand.screen("accounts");
        try (var _ = new CanaryProfiles(Path.of(System.getProperty("user.home")))) {
            hand.press("#account-import");
            hand.type("#import-name-0", "prod");
            hand.press("#import-take-0");
            hand.said("accounts.problem.name-taken", "prod");
            hand.type("#import-name-0", "taken");
            hand.press("#import-take-0");
            hand.says("#import-take-0", "window.accounts.taken");
            hand.close();
        }
        hand.rows("#accounts", 3);
    }

    void lookAtPolicies() throws Exception {
        hand.press("#account-policy");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    /** Changes the safety level and confirms it if asked. */
    void level(String account, SafetyLevel level) throws Exception {
        hand.screen("accounts");
        choose(account);
        hand.choose("#account-safety", level.ordinal());
        hand.press("#account-save");
    }

    /** Changes the level of the open account, which then signs in again. */
    void levelInUse(String account, SafetyLevel level) throws Exception {
        long before = zonesRead();
        level(account, level);
        hand.until("the new sign-in", () -> zonesRead() > before);
    }

    private long zonesRead() {
        return edgeOne.calls().stream().filter(c -> c.action().equals("DescribeZones")).count();
    }

    /** Lowers the level, after typing a wrong name. */
    void lower(String account, SafetyLevel level) throws Exception {
        level(account, level);
        hand.type("#account-lower-name", "not " + account);
        hand.await("#account-lower-go", Node::isDisabled);
        hand.type("#account-lower-name", account);
        hand.press("#account-lower-go");
        hand.gone("#account-lower-go");
    }

    void use(String account) throws Exception {
        choose(account);
        hand.press("#account-use");
        hand.await("#account-chip", c -> ((Labeled) c).getText().startsWith(account));
    }

    void passphrase(String passphrase, boolean creating) throws Exception {
        hand.type("#passphrase", passphrase);
        if (creating) {
            hand.type("#passphrase-again", passphrase);
        }
        hand.press("#passphrase-go");
        hand.gone("#passphrase");
    }

    /** Enters a key again, and creates the encrypted file if there is none. */
    void enterAnew(String account) throws Exception {
        choose(account);
        typeKey();
        hand.press("#account-save");
        passphrase(Canaries.PASSPHRASE, true);
        hand.await("#account-key", f -> ((TextField) f).getText().isEmpty());
    }

    void choose(String account) throws Exception {
        hand.onFx(
                () -> {
                    TableView<?> table = table();
                    for (int row = 0; row < table.getItems().size(); row++) {
                        if (((Account) table.getItems().get(row)).name().equals(account)) {
                            table.getSelectionModel().select(row);
                        }
                    }
                    return true;
                });
    }

    private static TableView<?> table() {
        return (TableView<?>) WindowHand.node("#accounts");
    }
}
