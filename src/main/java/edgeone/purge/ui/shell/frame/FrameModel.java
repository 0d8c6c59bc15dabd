package edgeone.purge.ui.shell.frame;

import edgeone.purge.team.publish.Published;
import edgeone.purge.ui.notice.Notices;
import edgeone.purge.ui.release.RequestsModel;
import edgeone.purge.ui.shell.run.JournalCount;
import edgeone.purge.ui.shell.run.Leftovers;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

/**
 * What the frame shows.
 *
 * @param team how publishing to the team's database went last
 * @param requests null for a window without a team
 */
public record FrameModel(
        Session session,
        Runs runs,
        Leftovers leftovers,
        JournalCount journal,
        Notices notices,
        ReadOnlyObjectProperty<Published> team,
        @Nullable RequestsModel requests) {}
