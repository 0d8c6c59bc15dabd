package edgeone.purge.app;

import javafx.scene.Node;

import java.nio.file.Files;
import java.nio.file.Path;

/** The part of the test on the Team screen. */
final class CanaryTeam {
    private final WindowHand hand;
    private final CanaryFiles files;

    CanaryTeam(WindowHand hand, CanaryFiles files) {
        this.hand = hand;
        this.files = files;
    }

    /** Keeps a database that cannot be reached, and tries to publish to it. */
    void setUp(Path folder) throws Exception {
        hand.screen("team");
        hand.type("#team-url", "postgresql://127.0.0.1:1/team");
        hand.type("#team-user", "wang");
        hand.type("#team-password", Canaries.TEAM_PASSWORD);
        hand.press("#team-test");
        hand.await("#team-said-FORM .danger-text", Node::isVisible);
        hand.press("#team-connect");
        hand.press("#team-anyway");
        hand.await("#team-said-FORM .success-text", Node::isVisible);
        hand.press("#team-publish");
        hand.await("#team-said-STATUS .danger-text", Node::isVisible);
        Path sql = files.mean(folder.resolve("schema.sql"));
        hand.press("#team-schema-save");
        hand.await("#team-said-SCHEMA .success-text", Node::isVisible);
        if (Files.size(sql) == 0) {
            throw new AssertionError("nothing in " + sql);
        }
    }

    /** Leaves it again. */
    void leave() throws Exception {
        hand.screen("team");
        hand.press("#team-off");
        hand.press("#team-off-go");
        hand.gone("#team-off-go");
        hand.await("#team-none", Node::isVisible);
    }
}
