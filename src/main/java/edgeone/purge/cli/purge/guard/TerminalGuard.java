package edgeone.purge.cli.purge.guard;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.guard.Countdown;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeMethod;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * Asks whoever sits at a terminal before a purge that reaches far: shows what it will do, has the
 * zone's name typed and counts down. Until it returns, nothing is recorded or sent; Ctrl+C ends the
 * program. A script has no terminal, or says {@code --yes}, and is never asked.
 */
final class TerminalGuard {
    private final Terminal terminal;
    private final Output output;

    TerminalGuard(Terminal terminal, Output output) {
        this.terminal = terminal;
        this.output = output;
    }

    /**
     * Asks.
     *
     * @param account the account's name
     * @param typed the zone's name as an option gave it; null to have it typed here
     * @param seconds the countdown as the settings have it
     * @throws RefusedSubmitException if nothing was typed
     */
    Consent ask(Plan plan, String account, @Nullable String typed, int seconds)
            throws RefusedSubmitException, InterruptedException {
        Messages messages = output.messages();
        Reach reach = Reach.of(plan);
        String zone = plan.zone().label();
        output.note("engine.guard.where", zone, account);
        output.note("engine.guard.reach." + reach, plan.targets());
        PurgeMethod method = plan.method() == null ? PurgeMethod.INVALIDATE : plan.method();
        output.note("engine.guard.method." + method);
        String given = typed;
        if (given == null) {
            given = terminal.line(messages.text("cli.guard.type", zone) + " ");
            if (given == null || given.isBlank()) {
                throw new RefusedSubmitException(Kind.NOT_CONFIRMED, List.of());
            }
        }
        Consent consent = new Consent(true, given);
        if (!given.strip().equals(zone)) {
            throw new RefusedSubmitException(Kind.ZONE_MISTYPED, List.of());
        }
        count(reach.countdown(seconds), messages);
        return consent;
    }

    private void count(Duration length, Messages messages) throws InterruptedException {
        Countdown countdown = new Countdown(length, terminal::nanos);
        while (!countdown.hasEnded()) {
            terminal.overwrite(
                    messages.text("cli.guard.countdown", new Shown(countdown.secondsLeft() + "")));
            terminal.pause(countdown.untilNextSecond());
        }
        terminal.overwrite("");
    }
}
