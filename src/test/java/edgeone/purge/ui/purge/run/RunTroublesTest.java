package edgeone.purge.ui.purge.run;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.kit.trouble.Troubles;
import edgeone.purge.ui.shell.run.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the run card says went wrong. */
final class RunTroublesTest {
    private static final String PAGE = "https://www.example.com/a.txt";

    @TempDir private Path home;

    /** EdgeOne has no code of its own for a plan without prefetch. */
    @Test
    void aPlanWithoutPrefetchIsCalledThat() throws Exception {
        Trouble one = refused("CreatePrefetchTask:error=LimitExceeded.BatchQuota", PAGE);
        assertThat(one.what()).isEqualTo("This plan has no prefetch.");
        assertThat(one.code()).isEqualTo("LimitExceeded.BatchQuota");
        assertThat(one.requestId()).isNotNull();
    }

    @Test
    void severalUrlsMayReallyBeTooMany() throws Exception {
        Trouble several =
                refused(
                        "CreatePrefetchTask:error=LimitExceeded.BatchQuota",
                        PAGE + "\nhttps://www.example.com/b.txt");
        assertThat(several.what()).isNotEqualTo("This plan has no prefetch.");
    }

    private Trouble refused(String fault, String targets) throws Exception {
        try (LiveConsole live = LiveConsole.of(home)) {
            Desk desk = new Desk(live).signIn();
            live.edgeOne().useFaults(FaultPlan.parse(fault));
            Plan plan =
                    live.engine()
                            .plan(
                                    new PurgeDraft(
                                            Objects.requireNonNull(
                                                    desk.session.zoneProperty().get()),
                                            PurgeType.PREFETCH,
                                            null,
                                            targets,
                                            List.of(),
                                            true),
                                    Objects.requireNonNull(desk.session.factsProperty().get()));
            Run run = desk.runs.submit(live.connection(), plan, Consent.NONE);
            Exception trouble = Objects.requireNonNull(RunTroubles.of(run.state()));
            return Troubles.of(Messages.in(Language.ENGLISH), trouble, words -> words);
        }
    }
}
