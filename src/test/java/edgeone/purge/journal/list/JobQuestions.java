package edgeone.purge.journal.list;

import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Seeded questions about jobs, and targets that are awkward to search for. */
public final class JobQuestions {
    private static final List<String> FOLDERS =
            List.of("a/", "shop/", "中文页/", "a_b/", "50%/", "\"q\"/", "back\\slash/", "it's/");

    private JobQuestions() {}

    /** The target at a position, in one of the folders or of {@code more}. */
    public static String target(Random random, int position, String... more) {
        List<String> folders = new ArrayList<>(FOLDERS);
        folders.addAll(Arrays.asList(more));
        return "https://www.example.com/"
                + pick(random, folders)
                + position
                + (random.nextBoolean() ? ".html" : "?v=" + random.nextInt(30));
    }

    /** A question with one of the texts, whose other conditions are sometimes there. */
    public static JobFilter filter(Random random, List<String> texts, List<Whose> whose) {
        JobFilter filter = JobFilter.ALL.withText(pick(random, texts));
        if (random.nextInt(3) == 0) {
            filter = filter.withStates(Set.of(pick(random, List.of(JobState.values()))));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withTypes(Set.of(pick(random, List.of(PurgeType.values()))));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withZone(pick(random, List.of("zone-1", "Example.COM", "nowhere")));
        }
        if (random.nextInt(4) == 0) {
            Instant from =
                    Instant.parse("2026-11-01T00:00:00Z").plusSeconds(random.nextInt(300_000));
            filter = filter.between(from, random.nextBoolean() ? null : from.plusSeconds(200_000));
        }
        return random.nextInt(4) == 0 ? filter.withWhose(pick(random, whose)) : filter;
    }

    public static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
