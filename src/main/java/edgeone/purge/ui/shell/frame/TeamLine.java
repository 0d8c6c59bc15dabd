package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.publish.Published;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** One quiet line where the team's database cannot be used: how much waits, and why. */
final class TeamLine {
    private final Formats formats;
    private final Label line = named("teamLine", new Label());
    private final Hint why;
    private final Subscription watching;

    TeamLine(ReadOnlyObjectProperty<Published> published, Formats formats) {
        this.formats = formats;
        why = new Hint(line);
        watching = published.subscribe(this::show);
    }

    private void show(Published now) {
        TeamTrouble trouble = now.trouble();
        toggle(line, trouble != null);
        if (trouble != null) {
            String text = trouble.windowText(formats.messages());
            line.setText(
                    trouble.isWarning()
                            ? formats.text("window.team.warning")
                            : formats.text("window.team.waits", now.pending()));
            why.say(text);
            line.setAccessibleText(line.getText() + " " + text);
        }
    }

    Label label() {
        return line;
    }

    void close() {
        watching.unsubscribe();
    }
}
