package edgeone.purge.ui.shell.frame;

import edgeone.purge.ui.notice.Notices;
import edgeone.purge.ui.release.RequestsModel;
import edgeone.purge.ui.shell.run.JournalCount;
import edgeone.purge.ui.shell.run.Leftovers;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import org.jspecify.annotations.Nullable;

/**
 * What the frame shows.
 *
 * @param requests null for a window without a team
 */
public record FrameModel(
        Session session,
        Runs runs,
        Leftovers leftovers,
        JournalCount journal,
        Notices notices,
        @Nullable RequestsModel requests) {}
