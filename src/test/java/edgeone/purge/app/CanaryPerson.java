package edgeone.purge.app;

import edgeone.purge.app.CanaryWindow.Part;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.model.SafetyLevel;

import javafx.application.Platform;
import javafx.scene.Node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Types canaries into every secret field of the window, then searches for them. */
final class CanaryPerson {
    private final Path home;
    private final EmbeddedEdgeOne edgeOne;
    private final EchoingEdgeOne echoing;
    private final WindowHand hand;
    private final CanaryFiles files;
    private final CanaryAccounts accounts;
    private final CanaryPurges purges;
    private final CanarySettings settings;
    private final CanaryTeam team;
    private final List<String> left = new ArrayList<>();

    CanaryPerson(
            Path home,
            CanaryFiles files,
            EmbeddedEdgeOne edgeOne,
            EchoingEdgeOne echoing,
            LeakingProxy proxy,
            WindowHand hand) {
        this.home = home;
        this.files = files;
        this.edgeOne = edgeOne;
        this.echoing = echoing;
        this.hand = hand;
        accounts = new CanaryAccounts(hand, edgeOne, echoing);
        purges = new CanaryPurges(hand, files, echoing);
        settings = new CanarySettings(hand, files, accounts, proxy);
        team = new CanaryTeam(hand, files);
    }

    void useEverything() throws Exception {
        purges.awaitEmptyForm();
        accounts.add();
        accounts.test();
        accounts.changeTheKey();
        accounts.takeOver();
        accounts.lookAtPolicies();
        // Signing in also reads the zones, after the account is shown.
        echoing.mood(EchoingEdgeOne.Mood.TAKES);
        accounts.use("echo");
        purges.purge();
        purges.lookAtHistory();
        purges.lookAtCalls();
        hang();
        confirm();
        purges.openNothing(home.getParent());
        crash();
        settings.goThroughProxies();
        settings.mistakeTheCaFile(home.getParent());
        team.setUp(home.getParent());
        settings.saveBundles(home.getParent());
        team.leave();
        requireEverything();
        requireDialogs(Part.NEW);
    }

    /** EdgeOne does not answer within the timeout. */
    private void hang() throws Exception {
        settings.patience(4);
        left.addAll(purges.purgeWhileEdgeOneHangs(home));
        accounts.testWhileEdgeOneHangs();
        settings.patience(30);
    }

    /** The confirmations of a purge, and of a lower safety level. */
    private void confirm() throws Exception {
        EmbeddedEdgeOne.ZoneInfo zone = edgeOne.zones().getFirst();
        accounts.level("prod", SafetyLevel.CONFIRM_WIDE);
        accounts.use("prod");
        purges.purgeWholeZone(zone);
        accounts.levelInUse("prod", SafetyLevel.CONFIRM_ALL);
        purges.purgeConfirmed(zone);
        accounts.lower("prod", SafetyLevel.NORMAL);
    }

    /** A bug whose message contains a secret. */
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

    /**
     * The window asks for the passphrase at the start, since the default account is in the
     * encrypted file.
     */
    void forgetThePassphrase() throws Exception {
        accounts.passphrase("not " + Canaries.PASSPHRASE, false);
        hand.press("#linkDetails");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        hand.press("#linkAgain");
        accounts.passphrase(Canaries.PASSPHRASE, false);
        hand.await("#account-chip", Node::isVisible);
        hand.screen("accounts");
        hand.rows("#accounts", 4);
        hand.press("#passphrase-forget");
        hand.press("#passphrase-forget-go");
        hand.gone("#passphrase-forget-go");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        accounts.enterAnew("prod");
        accounts.choose("echo");
        hand.press("#account-remove");
        hand.press("#account-remove-go");
        hand.rows("#accounts", 3);
        requireDialogs(Part.LOCKED);
    }

    /** Fails on a new screen or secret field that the test does not use. */
    private void requireEverything() throws Exception {
        require("screens", hand.onFx(() -> new TreeSet<>(hand.shown().screens())), hand.visited());
        require(
                "fields",
                hand.onFx(() -> new TreeSet<>(hand.shown().secretFields())),
                hand.typed());
    }

    /** Fails on a dialog that was not opened. */
    private void requireDialogs(Part part) throws Exception {
        Set<String> titles = hand.onFx(() -> new TreeSet<>(hand.shown().titles()));
        titles.addAll(files.asked());
        Set<String> wanted = new TreeSet<>();
        CanaryDialog.titles(part).forEach(key -> wanted.add(hand.words().text(key)));
        titles.retainAll(wanted);
        require("dialogs", wanted, titles);
    }

    private static void require(String what, Set<String> there, Set<String> used) {
        Set<String> unused = new TreeSet<>(there);
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new AssertionError(what + " not used: " + unused);
        }
        if (!there.containsAll(used)) {
            throw new AssertionError(what + " used and not seen: " + used + ", only " + there);
        }
    }

    /** Closes the window; returns which secrets were shown or left, in which form and where. */
    List<String> leave() throws Exception {
        left.addAll(hand.onFx(() -> List.copyOf(hand.shown().leaks())));
        int texts = hand.onFx(() -> hand.shown().size());
        System.out.println(texts + " texts shown");
        hand.close();
        return left;
    }
}
