package edgeone.purge.engine.verify;

import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.probes.VerificationRepository.Placed;
import edgeone.purge.journal.probes.VerificationRepository.Subject;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Question;
import edgeone.purge.probe.Sample;
import edgeone.purge.probe.verdict.Evidence;
import edgeone.purge.probe.verdict.VerdictRules;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Verifies the jobs of one run. A job that is not to be verified is left alone. */
public final class Verifier {
    /** Probes that are written at once; a crash loses no more. */
    private static final int CHUNK = 40;

    private final Run run;
    private final Probing probing;
    private final VerificationRepository journal;

    public Verifier(Run run, Probing probing) {
        this.run = run;
        this.probing = probing;
        this.journal = run.journal().verification();
    }

    /** Probes before the job is sent, unless that was done. */
    public void before(Job job) throws InterruptedException {
        Optional<Verification> found = journal.find(job.id());
        if (found.isEmpty() || found.get().beforeAt() != null) {
            return;
        }
        VerifyOrder order = found.get().order();
        if (!probe(job, order, picked(job, order), false)) {
            return;
        }
        // What the probes brought into the cache must be older than the purge, and look it.
        pause(probing.settle());
        if (!run.control().isStopped()) {
            journal.probedBefore(job.id());
        }
    }

    /**
     * Probes and judges once EdgeOne is done with every target, unless that was done.
     *
     * @return whether the job is verified now by this
     * @throws TeoException if EdgeOne does not say when it took the purge; nothing was judged
     */
    public boolean after(Job job) throws TeoException, InterruptedException {
        Optional<Verification> found = journal.find(job.id());
        if (found.isEmpty() || found.get().afterAt() != null) {
            return false;
        }
        VerifyOrder order = found.get().order();
        List<Subject> picked = picked(job, order);
        if (picked.stream().anyMatch(s -> !s.state().isFinal())) {
            return false;
        }
        List<Subject> purged =
                picked.stream().filter(s -> s.state() == TargetState.SUCCEEDED).toList();
        Map<Integer, Instant> taken = new TakenTimes(run).of(job, purged);
        settle(job);
        if (run.control().isStopped() || !probe(job, order, purged, true)) {
            return false;
        }
        journal.judged(job.id(), verdicts(job, purged, taken));
        return true;
    }

    private Map<Integer, Verdict> verdicts(
            Job job, List<Subject> purged, Map<Integer, Instant> taken) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        if (purged.isEmpty()) {
            return verdicts;
        }
        Map<Integer, VerifiedTarget> probes =
                journal.targets(
                        job.id(), purged.getFirst().position(), purged.getLast().position());
        for (Subject subject : purged) {
            VerifiedTarget target = probes.get(subject.position());
            if (target != null && !target.after().isEmpty()) {
                verdicts.put(
                        subject.position(),
                        VerdictRules.of(
                                new Evidence(
                                        target.before(),
                                        target.after(),
                                        taken.get(subject.position()))));
            }
        }
        return verdicts;
    }

    /** The targets that are asked for. */
    private List<Subject> picked(Job job, VerifyOrder order) {
        List<Subject> all = journal.subjects(job.id());
        Integer wanted = order.sample();
        if (wanted == null) {
            return all;
        }
        Sample sample = Sample.of(all.size(), wanted, order.seed());
        List<Subject> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (sample.test(i)) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    /** Waits, if the job is to be verified, so that what comes next cannot spoil the proof. */
    public void settleBeforeNext(Job job) throws InterruptedException {
        if (journal.find(job.id()).isPresent()) {
            settle(job);
        }
    }

    /** Waits until what the edge fetches is certainly younger than the purge. */
    private void settle(Job job) throws InterruptedException {
        Duration since =
                run.journal().history().batches(job.id()).stream()
                        .map(Batch::sentAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(sent -> Duration.between(sent, run.clock().instant()))
                        .orElse(Duration.ZERO);
        pause(probing.settle().minus(since.isNegative() ? Duration.ZERO : since));
    }

    private void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            run.pause(time, Progress.Reason.SETTLING);
        }
    }

    /**
     * Asks for targets at every edge, without those that were asked for already.
     *
     * @return whether all are recorded; not if the run was stopped
     */
    private boolean probe(Job job, VerifyOrder order, List<Subject> subjects, boolean after)
            throws InterruptedException {
        Set<String> known = journal.probed(job.id(), after);
        Deque<Integer> positions = new ArrayDeque<>();
        List<Question> questions = new ArrayList<>();
        for (Subject subject : subjects) {
            for (EdgeAddress edge : edges(order)) {
                Question question = new Question(subject.target(), edge);
                if (!known.contains(
                        VerificationRepository.key(subject.position(), question.edgeName()))) {
                    positions.add(subject.position());
                    questions.add(question);
                }
            }
        }
        Asker asker = probing.askers().asker(new Asker.Manner(false, order.allowPrivate()));
        List<Placed> chunk = new ArrayList<>();
        int all = questions.size();
        new Prober(asker, probing.pace())
                .ask(
                        questions.iterator(),
                        probe -> {
                            chunk.add(new Placed(positions.remove(), probe));
                            if (chunk.size() >= CHUNK) {
                                flush(job, after, chunk);
                            }
                            int done = all - positions.size();
                            run.progress().on(new Progress.Event.Probed(after, done, all));
                        },
                        run.control()::isStopped);
        flush(job, after, chunk);
        return positions.isEmpty();
    }

    private void flush(Job job, boolean after, List<Placed> chunk) {
        if (!chunk.isEmpty()) {
            journal.add(job.id(), after, chunk);
            chunk.clear();
        }
    }

    private static List<@Nullable EdgeAddress> edges(VerifyOrder order) {
        List<@Nullable EdgeAddress> edges = new ArrayList<>();
        order.edges().forEach(edge -> edges.add(EdgeAddress.of(edge).orElseThrow()));
        if (edges.isEmpty()) {
            edges.add(null);
        }
        return edges;
    }
}
