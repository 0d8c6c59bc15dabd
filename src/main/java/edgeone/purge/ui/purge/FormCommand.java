package edgeone.purge.ui.purge;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.plan.PlanCommand;
import edgeone.purge.ui.purge.plan.Review;

/** Copies what the form would send as a command line. */
final class FormCommand {
    private final PurgeViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final PlanCommand lines;

    FormCommand(PurgeViewModel model, Formats formats, Dialogs dialogs, PlanCommand lines) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        this.lines = lines;
    }

    /** Whether the form would send something. */
    boolean isThere() {
        Review review = model.planning().reviewProperty().get();
        return review != null && review.plan().sendable() && model.session().connection() != null;
    }

    void copy() {
        Review review = model.planning().reviewProperty().get();
        Connection connection = model.session().connection();
        if (review != null && connection != null) {
            lines.write(
                    connection,
                    review.plan(),
                    model.form().noteProperty().get(),
                    model.form().around(),
                    this::copied,
                    dialogs::error);
        }
    }

    private void copied(String line) {
        if (line.isEmpty()) {
            dialogs.say(formats.text("actions.row.command"), formats.text("actions.row.noCommand"));
        } else {
            Copying.copy(line);
        }
    }
}
