package edgeone.purge.ui;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import java.util.List;

/** Submits jobs without the window, as another process does. */
record JobsOfLive(LiveConsole live) {
    void purge(int jobs) throws Exception {
        Zone zone = live.engine().zones(live.connection()).getFirst();
        ZoneFacts facts = live.engine().facts(live.connection(), zone);
        for (int i = 0; i < jobs; i++) {
            Plan plan =
                    live.engine()
                            .plan(
                                    new PurgeDraft(
                                            zone,
                                            PurgeType.URL,
                                            null,
                                            "https://www.example.com/new/" + i,
                                            List.of(),
                                            true),
                                    facts);
            live.engine()
                    .submit(
                            live.connection(),
                            plan,
                            Consent.NONE,
                            Progress.SILENT,
                            new RunControl());
        }
    }
}
