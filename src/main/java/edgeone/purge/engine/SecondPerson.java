package edgeone.purge.engine;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.release.Asker;
import edgeone.purge.engine.release.NoReleaseException;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.Release.State;
import edgeone.purge.engine.release.Releases;
import edgeone.purge.engine.release.Releases.Taking;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.model.SafetyLevel;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets what reaches far through only once a second person has released it, where the account's
 * level wants two people.
 */
final class SecondPerson {
    private final Releases releases;
    private final JobRepository journal;
    private final Submitter submitter;

    SecondPerson(Releases releases, JobRepository journal, Submitter submitter) {
        this.releases = releases;
        this.journal = journal;
        this.submitter = submitter;
    }

    /**
     * Takes the releases of jobs that are about to be recorded, all of them or none.
     *
     * @param jobs as they will be recorded, in the order of {@code plans}
     * @throws RefusedSubmitException if one of them is not released; it is asked for then
     */
    void check(Connection connection, List<ConfirmedPlan> plans, List<RecordedJob> jobs)
            throws RefusedSubmitException {
        if (connection.safety() != SafetyLevel.TWO_PERSON) {
            return;
        }
        List<Taking> takings = new ArrayList<>();
        List<Release> held = new ArrayList<>();
        try {
            for (int i = 0; i < plans.size(); i++) {
                Plan plan = plans.get(i).plan();
                if (Reach.of(plan).isFar()) {
                    WidePurge purge = purge(connection, plan);
                    Release release = ask(purge, asker(connection, plans.get(i)));
                    takings.add(new Taking(release.request(), purge, jobs.get(i).job().id()));
                    if (release.state() != State.RELEASED) {
                        held.add(release);
                    }
                }
            }
            if (!held.isEmpty()) {
                throw RefusedSubmitException.held(kind(held.getFirst().state()), held);
            }
            if (!takings.isEmpty()) {
                releases.take(takings);
            }
        } catch (NoReleaseException e) {
            throw RefusedSubmitException.unasked(
                    e.why().isEmpty() ? Kind.RELEASE_NO_TEAM : Kind.RELEASE_UNREACHABLE, e.why());
        }
    }

    /** A request that a job in the journal took is done with; the same is asked for anew. */
    private Release ask(WidePurge purge, Asker asker) throws NoReleaseException {
        Release release = releases.ask(purge, asker, false);
        String job = release.jobId();
        boolean done = job != null && journal.find(job).isPresent();
        return done ? releases.ask(purge, asker, true) : release;
    }

    private static Kind kind(State state) {
        return switch (state) {
            case WAITING, RELEASED -> Kind.RELEASE_WAITING;
            case DECLINED -> Kind.RELEASE_DECLINED;
            case EXPIRED -> Kind.RELEASE_EXPIRED;
            case TAKEN -> Kind.RELEASE_LOST;
        };
    }

    private static WidePurge purge(Connection connection, Plan plan) {
        return new WidePurge(
                connection.endpoint(),
                plan.zone(),
                plan.type(),
                plan.method(),
                plan.batches().stream().flatMap(List::stream).toList());
    }

    private Asker asker(Connection connection, ConfirmedPlan plan) {
        return new Asker(submitter.user(), submitter.host(), connection.account(), plan.note());
    }
}
