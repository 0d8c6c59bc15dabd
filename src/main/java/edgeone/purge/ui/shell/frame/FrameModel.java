package edgeone.purge.ui.shell.frame;

import edgeone.purge.ui.shell.run.JournalCount;
import edgeone.purge.ui.shell.run.Leftovers;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

/** What the frame shows. */
public record FrameModel(Session session, Runs runs, Leftovers leftovers, JournalCount journal) {}
