package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.recent.RecentPurge;
import edgeone.purge.engine.recent.TeamJob;
import edgeone.purge.engine.recent.TeamPurge;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was purged lately, in words and as JSON. */
final class LatelyText {
    private LatelyText() {}

    /** Tells it on standard error. */
    static void tell(Lately lately, Output output) {
        lately.recent()
                .ifPresent(
                        recent ->
                                output.note(
                                        recent.messageKey(),
                                        recent.targets(),
                                        recent.minutesAgo()));
        lately.team().ifPresent(purge -> output.note(purge.messageKey(), purge.arguments()));
    }

    /** As members of a plan's JSON: {@code recent} and {@code team}, where there are such. */
    static Map<String, Object> json(Lately lately) {
        Map<String, Object> members = new LinkedHashMap<>();
        lately.recent().ifPresent(recent -> members.put("recent", json(recent)));
        lately.team().ifPresent(purge -> members.put("team", json(purge)));
        return members;
    }

    static Map<String, Object> json(RecentPurge recent) {
        return Map.of(
                "targets",
                recent.targets(),
                "running",
                recent.running(),
                "secondsAgo",
                recent.ago().toSeconds());
    }

    static Map<String, Object> json(TeamPurge purge) {
        TeamJob job = purge.job();
        return new Fields()
                .put("person", job.who())
                .put("machine", job.host())
                .put("running", job.running())
                .put("done", job.done())
                .put("targets", job.targets())
                .put("same", purge.same())
                .put("secondsAgo", job.ago().toSeconds())
                .map();
    }
}
