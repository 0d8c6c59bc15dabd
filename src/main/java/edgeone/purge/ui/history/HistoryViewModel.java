package edgeone.purge.ui.history;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.history.Histories;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.history.export.ExportModel;
import edgeone.purge.ui.history.job.JobDetail;
import edgeone.purge.ui.history.job.JobModel;
import edgeone.purge.ui.history.job.JobWork;
import edgeone.purge.ui.history.list.AccountChoice;
import edgeone.purge.ui.history.list.Everyone;
import edgeone.purge.ui.history.list.JobListModel;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.sync.Syncs;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** The jobs of the journal and the one that is chosen; keeps both up to date. */
public final class HistoryViewModel {
    private final Session session;
    private final Syncs syncs;
    private final JobListModel list;
    private final JobModel job;
    private final JobWork work;
    private final ExportModel exports;

    /**
     * @param histories this machine's and the team's
     */
    public HistoryViewModel(
            History history,
            Histories histories,
            PurgeEngine engine,
            Session session,
            Runs runs,
            Syncs syncs,
            Tasks tasks,
            Clock clock,
            GuardSettings guard) {
        this.session = session;
        this.syncs = syncs;
        Everyone everyone = new Everyone(histories, tasks);
        list = new JobListModel(everyone, session, tasks, clock);
        job = new JobModel(histories, engine, session, runs, tasks);
        work = new JobWork(job, engine, session, runs, tasks, guard);
        exports = new ExportModel(history, tasks, clock);
        session.signedInProperty().subscribe((_, _) -> switched());
        runs.revisionProperty().subscribe((_, _) -> load());
        syncs.revisionProperty().subscribe((_, _) -> load());
        job.detailProperty().subscribe(this::show);
        everyone.onHeard(job::load);
    }

    /** Reads the journal again, and asks EdgeOne again about the chosen job where it is open. */
    public void refresh() {
        load();
        job.refresh();
    }

    /** Reads the journal. */
    void load() {
        list.load();
        job.load();
    }

    /** Another team was set, or none any more. */
    public void followTeam() {
        list.everyone().follow();
    }

    /** Another account's job does not stay in sight. */
    private void switched() {
        JobDetail now = job.detailProperty().get();
        if (now != null && !isShown(now)) {
            job.choose(null);
        }
        list.load();
    }

    /** A job of another account can only be chosen where all accounts are listed. */
    private void show(@Nullable JobDetail of) {
        if (of != null && !isShown(of)) {
            list.filters().accountProperty().set(new AccountChoice.Every());
        }
    }

    private boolean isShown(JobDetail of) {
        Connection connection = session.connection();
        return !list.filters().accountProperty().get().equals(new AccountChoice.Open())
                || connection == null
                || connection.isAccountOf(of.summary().job());
    }

    /** Shows a job whatever is filtered. */
    public void reveal(String jobId) {
        job.choose(jobId);
        list.everyone().chosenProperty().set(false);
        list.reveal(jobId);
    }

    /** How what others purged is read. */
    Syncs syncs() {
        return syncs;
    }

    public JobListModel list() {
        return list;
    }

    public JobModel job() {
        return job;
    }

    public JobWork work() {
        return work;
    }

    /** The export that runs. */
    public ExportModel exports() {
        return exports;
    }
}
