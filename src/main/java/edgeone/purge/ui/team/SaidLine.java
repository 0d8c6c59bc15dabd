package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.desk.TeamTrial;
import edgeone.purge.team.publish.Published;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** What came of the last thing done in one part of the screen. */
final class SaidLine {
    private final Said.Part part;
    private final Formats formats;
    private final VBox slot;
    private final Subscription watching;

    SaidLine(Said.Part part, TeamViewModel model, Formats formats) {
        this.part = part;
        this.formats = formats;
        slot = named("team-said-" + part, new VBox(4));
        watching = model.saidProperty().subscribe(this::show);
    }

    Node root() {
        return slot;
    }

    void close() {
        watching.unsubscribe();
    }

    private void show(@Nullable Said said) {
        boolean here = said != null && said.part() == part;
        slot.getChildren().clear();
        toggle(slot, here);
        if (here && said != null) {
            add(said);
        }
    }

    private void add(Said said) {
        switch (said) {
            case Said.Wrong(TeamEntry.Problem problem) ->
                    line("danger-text", "team.window.problem." + problem);
            case Said.Tested(TeamTrial.Result result) -> tested(result);
            case Said.Connected(TeamTrial.Result result) -> connected(result);
            case Said.Sent(Published published) -> sent(published);
            case Said.Done(Said.Part _, Said.Deed deed, String detail) ->
                    line(
                            deed == Said.Deed.STOPPED ? "muted" : "success-text",
                            "team.window.done." + deed,
                            VisibleText.of(detail));
            case Said.Failed(Said.Part _, Exception trouble) ->
                    slot.getChildren()
                            .add(new ErrorPane(formats.messages(), formats.trouble(trouble)));
        }
    }

    private void tested(TeamTrial.Result result) {
        TeamTrouble trouble = result.trouble();
        if (trouble == null) {
            line("success-text", "team.window.tested.works", version(result));
        } else {
            switch (trouble.kind()) {
                case NO_SCHEMA -> line("success-text", "team.window.tested.no-schema");
                case OLDER_SCHEMA ->
                        line("success-text", "team.window.tested.older-schema", version(result));
                case CLOCK -> {
                    line("success-text", "team.window.tested.works", version(result));
                    trouble(trouble);
                }
                default -> trouble(trouble);
            }
        }
    }

    private void connected(TeamTrial.Result result) {
        TeamTrouble trouble = result.trouble();
        if (trouble == null || trouble.isWarning()) {
            line("success-text", "team.window.connected");
        } else {
            line(
                    "strong",
                    result.isRight() ? "team.window.kept-nevertheless" : "team.window.not-kept");
        }
        if (trouble != null) {
            trouble(trouble);
        }
    }

    private void sent(Published published) {
        TeamTrouble trouble = published.trouble();
        if (trouble == null || published.entries() > 0) {
            line("success-text", "team.window.sent", published.entries(), published.pending());
        }
        if (published.anew()) {
            line("warning-text", "cli.team.anew");
        }
        if (trouble != null) {
            trouble(trouble);
        }
    }

    private static int version(TeamTrial.Result result) {
        return result.schema() == null ? 0 : result.schema();
    }

    private void trouble(TeamTrouble trouble) {
        text(trouble.isWarning() ? "warning-text" : "danger-text", words(trouble));
    }

    private String words(TeamTrouble trouble) {
        return trouble.windowText(formats.messages());
    }

    private void line(String style, String key, Object... arguments) {
        text(style, formats.text(key, arguments));
    }

    private void text(String style, String text) {
        Label label = wrapped(text, style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        slot.getChildren().add(label);
    }
}
