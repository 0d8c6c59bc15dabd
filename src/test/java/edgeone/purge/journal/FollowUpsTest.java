package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.JobRepository.NewJob;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The prefetch that is to follow a purge: made once, or never. */
final class FollowUpsTest {
    private static final Instant EARLY = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-20T09:30:00Z");
    private static final List<List<String>> PAGES = List.of(List.of("a", "b"));

    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void thePrefetchIsWrittenAndFollowsItsPurge() {
        purge("purge", EARLY);
        assertThat(journal.history.followUp("purge")).contains(new FollowUp(null, null));

        assertThat(prefetch("prefetch", "purge")).isTrue();
        assertThat(journal.history.followUp("purge")).contains(new FollowUp("prefetch", null));
        assertThat(journal.history.followedBy("prefetch")).contains("purge");
        assertThat(journal.jobs.find("prefetch").map(Job::follows)).contains("purge");
        assertThat(journal.batches.planned("prefetch")).containsExactly(1);
        assertThat(journal.batches.targets("prefetch", 1)).containsExactly("a", "b");
    }

    @Test
    void aSecondPrefetchIsNotWritten() {
        purge("purge", EARLY);
        prefetch("first", "purge");

        assertThat(prefetch("second", "purge")).isFalse();
        assertThat(journal.jobs.find("second")).isEmpty();
        assertThat(journal.history.followUp("purge")).contains(new FollowUp("first", null));
    }

    @Test
    void nothingFollowsAPurgeThatOrderedNoPrefetch() {
        journal.create("purge", List.of("a"));

        assertThat(journal.history.followUp("purge")).isEmpty();
        assertThat(journal.jobs.unfollowed()).isEmpty();
        assertThat(prefetch("prefetch", "purge")).isFalse();
        assertThat(journal.jobs.find("prefetch")).isEmpty();
    }

    @Test
    void onceItIsSaidThatNoPrefetchWillFollowNoneIsWritten() {
        purge("purge", EARLY);
        journal.jobs.unmade("purge", Unmade.QUOTA);
        journal.jobs.unmade("purge", Unmade.REFUSED);

        assertThat(prefetch("prefetch", "purge")).isFalse();
        assertThat(journal.history.followUp("purge"))
                .as("the first reason stays")
                .contains(new FollowUp(null, Unmade.QUOTA));
    }

    @Test
    void aPrefetchThatIsMadeStaysMade() {
        purge("purge", EARLY);
        prefetch("prefetch", "purge");
        journal.jobs.unmade("purge", Unmade.QUOTA);
        journal.jobs.cancel("purge");

        assertThat(journal.history.followUp("purge")).contains(new FollowUp("prefetch", null));
    }

    @Test
    void aCanceledPurgeIsNotFollowed() {
        purge("purge", EARLY);
        purge("other", EARLY);
        journal.jobs.cancel("purge");

        assertThat(journal.history.followUp("purge")).contains(new FollowUp(null, Unmade.CANCELED));
        assertThat(journal.history.followUp("other").map(FollowUp::isOpen))
                .isEqualTo(Optional.of(true));
    }

    @Test
    void purgesWaitForTheirPrefetchUntilItIsMadeOrGivenUp() {
        purge("late", LATE);
        purge("early", EARLY);
        assertThat(journal.jobs.unfollowed()).as("oldest first").containsExactly("early", "late");

        prefetch("prefetch", "early");
        assertThat(journal.jobs.unfollowed()).containsExactly("late");
        journal.jobs.unmade("late", Unmade.NOTHING_PURGED);
        assertThat(journal.jobs.unfollowed()).isEmpty();
    }

    private void purge(String id, Instant createdAt) {
        Job job = OpenJournal.job(id, PurgeType.URL, null, "zone-1", createdAt);
        journal.jobs.createAll(List.of(new NewJob(job, PAGES, null, null, true)));
    }

    private boolean prefetch(String id, String purge) {
        Job job = OpenJournal.job(id, PurgeType.PREFETCH, null, "zone-1", LATE);
        return journal.jobs.createNext(new NewJob(job, PAGES, null), purge);
    }
}
