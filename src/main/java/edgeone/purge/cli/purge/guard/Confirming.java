package edgeone.purge.cli.purge.guard;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the options confirm, or whoever sits at the terminal where they do not. */
public final class Confirming {
    private final Function<Plan, ConsentNeeded> needed;
    private final String account;
    private final Countdown countdown;
    private final boolean yes;
    private final List<String> names;
    private final Supplier<Optional<Terminal>> terminal;
    private final Output output;

    /** Reads the setting of the countdown, in seconds. */
    @FunctionalInterface
    interface Countdown {
        int read() throws IOException;
    }

    /**
     * @param needed what the account's safety level wants confirmed
     * @param account the account's name
     * @param terminal where somebody can be asked; empty where nobody can
     */
    Confirming(
            Function<Plan, ConsentNeeded> needed,
            String account,
            Countdown countdown,
            boolean yes,
            List<String> names,
            Supplier<Optional<Terminal>> terminal,
            Output output) {
        this.needed = needed;
        this.account = account;
        this.countdown = countdown;
        this.yes = yes;
        this.names = names.stream().map(String::strip).toList();
        this.terminal = terminal;
        this.output = output;
    }

    /**
     * Asks at the terminal this process was started at, if there is one.
     *
     * @param yes whether everything is confirmed that needs no name; nobody is asked then
     * @param names of zones, as given
     */
    public static Confirming at(Workplace workplace, Output output, boolean yes, List<String> names)
            throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        return new Confirming(
                plan -> engine.consentNeeded(connection, plan),
                connection.account(),
                () -> workplace.settings().load().settings().countdownSeconds(),
                yes,
                names,
                () -> SystemTerminal.of(output.err()),
                output);
    }

    /**
     * What is confirmed of the only plan.
     *
     * @throws RefusedSubmitException if who was asked did not confirm it
     */
    public Consent of(Plan plan) throws RefusedSubmitException, IOException, InterruptedException {
        return of(plan, names.isEmpty() ? null : names.getFirst());
    }

    /**
     * What is confirmed of the plans of several zones; each is asked for like a single one.
     *
     * @throws RefusedSubmitException if names are missing or too many, or who was asked did not
     *     confirm one of them
     */
    public List<ConfirmedPlan> ofAll(List<Plan> plans)
            throws RefusedSubmitException, IOException, InterruptedException {
        checkNames(plans);
        List<ConfirmedPlan> confirmed = new ArrayList<>();
        for (Plan plan : plans) {
            String zone = plan.zone().label();
            confirmed.add(new ConfirmedPlan(plan, of(plan, names.contains(zone) ? zone : null)));
        }
        return confirmed;
    }

    private Consent of(Plan plan, @Nullable String typed)
            throws RefusedSubmitException, IOException, InterruptedException {
        Optional<Terminal> asked = asked(plan);
        if (asked.isEmpty()) {
            return new Consent(yes, typed);
        }
        return new TerminalGuard(asked.get(), output).ask(plan, account, typed, countdown.read());
    }

    /** Where somebody is asked about the plan; empty where nobody is. */
    private Optional<Terminal> asked(Plan plan) {
        boolean asks =
                !yes && Reach.of(plan).isFar() && needed.apply(plan) != ConsentNeeded.IMPOSSIBLE;
        return asks ? terminal.get() : Optional.empty();
    }

    /** A name of a zone that is not purged says that something else was meant. */
    private void checkNames(List<Plan> plans) throws RefusedSubmitException {
        Set<String> zones = plans.stream().map(p -> p.zone().label()).collect(Collectors.toSet());
        if (!zones.containsAll(names)) {
            throw new RefusedSubmitException(Kind.ZONE_MISTYPED, List.of());
        }
        Set<String> missing = new TreeSet<>();
        for (Plan plan : plans) {
            if (needed.apply(plan) == ConsentNeeded.TYPED_ZONE && asked(plan).isEmpty()) {
                missing.add(plan.zone().label());
            }
        }
        if (!names.containsAll(missing)) {
            output.note("cli.split.confirm", String.join(", ", missing));
            throw new RefusedSubmitException(Kind.ZONE_NOT_TYPED, List.of());
        }
    }
}
