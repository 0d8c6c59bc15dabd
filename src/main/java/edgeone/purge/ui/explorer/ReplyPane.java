package edgeone.purge.ui.explorer;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** What came back. */
final class ReplyPane {
    private final Formats formats;
    private final Label who = named("explorer-who", Boxes.wrapped("", "muted"));
    private final Button copy;
    private final Button job;
    private final VBox trouble = new VBox();
    private final TextArea reply = named("explorer-reply", new TextArea());
    private final VBox root;
    private @Nullable String jobId;
    private String text = "";

    ReplyPane(Formats formats, Navigator navigator) {
        this.formats = formats;
        copy = unsqueezed(named("explorer-reply-copy", new Button(formats.text("window.copy"))));
        copy.setAccessibleText(formats.text("inspector.copy.reply"));
        copy.setOnAction(_ -> Copying.copy(text));
        job = unsqueezed(named("explorer-job", new Button(formats.text("inspector.openJob"))));
        job.setOnAction(_ -> navigator.open(new Place.History(jobId)));
        reply.setEditable(false);
        reply.getStyleClass().add("mono");
        reply.setAccessibleText(formats.text("explorer.tab.reply"));
        VBox.setVgrow(reply, Priority.ALWAYS);
        Boxes.growing(who);
        who.setMaxWidth(Double.MAX_VALUE);
        root = new VBox(6, row(8, who, job, copy), trouble, reply);
        show(null);
    }

    Parent root() {
        return root;
    }

    /** Shows what a call came to; null before the first. */
    void show(@Nullable Outcome outcome) {
        jobId = outcome == null ? null : outcome.job();
        String came = outcome == null ? null : outcome.reply();
        Exception why = outcome == null ? null : outcome.trouble();
        text = came == null ? "" : BodyText.of(came);
        who.setText(formats.text(key(outcome)));
        Boxes.toggle(job, jobId != null);
        copy.setDisable(came == null);
        reply.setText(BodyText.shown(text));
        trouble.getChildren().clear();
        if (why != null) {
            trouble.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(why)));
        }
        Boxes.toggle(trouble, why != null);
    }

    private static String key(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "explorer.reply.none";
        }
        if (outcome.mock()) {
            return "api.call.mock";
        }
        return outcome.job() == null ? "explorer.reply.real" : "explorer.reply.job";
    }
}
