package edgeone.purge.ui.team;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.BuiltScreen;

import java.util.function.Function;

/** The Team screen. */
public final class TeamScreen extends BuiltScreen<TeamView> {
    private final TeamViewModel model;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;

    public TeamScreen(TeamViewModel model, Function<Formats, Dialogs> dialogs, FileAsk files) {
        super("team", "fth-share-2");
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
    }

    @Override
    protected TeamView build(Formats formats) {
        return new TeamView(model, formats, dialogs.apply(formats), files);
    }

    @Override
    public void refresh() {
        model.load();
    }
}
