package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.origin.OriginGate;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.origin.OriginRefusedException;
import edgeone.purge.engine.origin.OriginResult;

import java.time.Clock;
import java.util.List;

/** Asks the origin before the purge of a run, which shows how far that is. */
final class OriginStep {
    private final Run run;
    private final Clock clock;

    OriginStep(Run run, Clock clock) {
        this.run = run;
        this.clock = clock;
    }

    /**
     * Returns once the purge may be sent. Blocks.
     *
     * @throws OriginRefusedException if it is not sent
     */
    void pass(OriginGate gate, OriginOrder order, List<String> targets)
            throws OriginRefusedException, InterruptedException {
        OriginState begun = OriginState.begun(order.where(), clock.instant());
        run.change(s -> s.origin(begun));
        OriginResult result =
                gate.ask(
                        targets,
                        run.sendControl(),
                        (round, pause, left) -> {
                            OriginState waiting =
                                    begun.waiting(
                                            round,
                                            clock.instant().plus(pause),
                                            clock.instant().plus(left));
                            run.change(s -> s.origin(waiting));
                        });
        OriginState ended = begun.ended(result, clock.instant());
        run.change(s -> s.origin(ended));
        if (!result.lets()) {
            throw new OriginRefusedException(result);
        }
    }
}
