package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmbeddedEdgeOne;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The part of the test on the Purge and History screens. */
final class CanaryPurges {
    private static final List<String> PAGES = List.of("https://a.test/1", "https://a.test/2");

    private final WindowHand hand;
    private final CanaryFiles files;
    private final EchoingEdgeOne echoing;

    CanaryPurges(WindowHand hand, CanaryFiles files, EchoingEdgeOne echoing) {
        this.hand = hand;
        this.files = files;
        this.echoing = echoing;
    }

    /** Waits for the empty purge form. */
    void awaitEmptyForm() throws Exception {
        hand.says("#reason", "window.refusal.empty.purge_url");
    }

    /** Purges with the open account, at an EdgeOne that repeats secrets. */
    void purge() throws Exception {
        hand.screen("purge");
        awaitEmptyForm();
        hand.paste("#target-lines", PAGES);
        hand.press("#go");
        hand.says("#run-headline", "window.run.failed");
    }

    void lookAtHistory() throws Exception {
        hand.press("#run-show");
        hand.screen("history");
        hand.rows("#job-targets", 2);
        hand.onFx(
                () -> {
                    ((TabPane) WindowHand.node(".tab-pane")).getSelectionModel().select(1);
                    return true;
                });
        hand.rows("#job-requests", 1);
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        hand.press("#retry");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
        echoing.mood(EchoingEdgeOne.Mood.TAKES);
    }

    /** Looks at what was sent and what came back: this EdgeOne sends back all that it was sent. */
    void lookAtCalls() throws Exception {
        hand.screen("inspector");
        hand.await("#calls", t -> ((TableView<?>) t).getItems().size() >= 3);
        for (int row = 0; row < 3; row++) {
            int at = row;
            hand.onFx(
                    () -> {
                        TableView<?> calls = (TableView<?>) WindowHand.node("#calls");
                        calls.getSelectionModel().clearAndSelect(at);
                        return true;
                    });
            hand.await("#call-reply .tree-cell", Node::isVisible);
        }
        hand.press("#copy-request");
        hand.press("#call-explore");
        hand.await("#explorer-json", Node::isVisible);
        hand.press("#explorer-mock");
        hand.screen("explorer");
        hand.screen("stats");
        hand.await("#stats-outcomes-picture", Node::isVisible);
        hand.screen("inspector");
    }

    /**
     * Purges targets from a file at an EdgeOne that does not answer, and asks the window to close
     * meanwhile.
     *
     * @return the canaries in the home folder at that moment
     */
    List<String> purgeWhileEdgeOneHangs(Path home) throws Exception {
        next();
        awaitEmptyForm();
        Path list = files.mean(home.resolveSibling("targets.txt"));
        Files.write(list, PAGES);
        hand.press("#open");
        hand.says("#reason", "window.go.shortcut");
        echoing.mood(EchoingEdgeOne.Mood.HANGS);
        hand.press("#go");
        assertThat(echoing.hung.await(30, TimeUnit.SECONDS)).isTrue();
        hand.says("#run-headline", "window.run.sending");
        hand.askToClose();
        hand.await(".console-dialog", Node::isVisible);
        List<String> leaks = Canaries.all().below(home);
        hand.close();
        echoing.mood(EchoingEdgeOne.Mood.REFUSES);
        hand.says("#run-headline", "window.run.unknown", 2);
        return leaks;
    }

    /** Opens a missing file whose name is a key. */
    void openNothing(Path folder) throws Exception {
        hand.screen("purge");
        files.mean(folder.resolve(Canaries.KEY));
        hand.press("#open");
        hand.await(".console-dialog", Node::isVisible);
        hand.close();
    }

    /** Purges a whole zone, after mistyping its name. */
    void purgeWholeZone(EmbeddedEdgeOne.ZoneInfo zone) throws Exception {
        next();
        hand.press("#type-purge_all");
        hand.says("#reason", "window.go.shortcut");
        hand.press("#go");
        hand.type("#confirm-zone", "not " + zone.name());
        hand.await("#confirm-go", Node::isDisabled);
        confirm(zone);
        next();
        hand.press("#type-purge_url");
    }

    /** Purges a URL with an account that confirms every purge. */
    void purgeConfirmed(EmbeddedEdgeOne.ZoneInfo zone) throws Exception {
        hand.screen("purge");
        awaitEmptyForm();
        hand.paste("#target-lines", List.of("https://" + zone.hosts().getFirst() + "/"));
        hand.says("#reason", "window.go.shortcut");
        hand.press("#go");
        confirm(zone);
        next();
    }

    private void confirm(EmbeddedEdgeOne.ZoneInfo zone) throws Exception {
        String next = hand.words().text("window.go.next");
        boolean sent = false;
        while (!sent) {
            hand.type("#confirm-zone", zone.name());
            hand.press("#confirm-go");
            hand.gone("#confirm-zone");
            hand.until("a purge, or why not", () -> isTold() || goSays(next));
            sent = !hand.onFx(CanaryPurges::isTold);
            if (!sent) {
                // The quota was being reloaded.
                hand.close();
                hand.says("#reason", "window.go.shortcut");
                hand.press("#go");
            }
        }
    }

    /** Whether a dialog says why nothing was sent; the countdown is none. */
    private static boolean isTold() {
        return WindowHand.find(".console-dialog").isPresent()
                && WindowHand.find("#countdown-stop").isEmpty();
    }

    private static boolean goSays(String text) {
        return WindowHand.find("#go").filter(b -> ((Labeled) b).getText().equals(text)).isPresent();
    }

    /** Returns to the form once the requests are sent. */
    private void next() throws Exception {
        hand.screen("purge");
        String next = hand.words().text("window.go.next");
        hand.await("#go", b -> ((Labeled) b).getText().equals(next));
        hand.press("#go");
    }
}
