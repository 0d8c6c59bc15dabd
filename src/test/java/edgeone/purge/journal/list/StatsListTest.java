package edgeone.purge.journal.list;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.DoneTime;
import edgeone.purge.model.stats.FailureReason;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;
import edgeone.purge.model.stats.Step;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums of the database against sums over all jobs in plain Java. */
final class StatsListTest {
    private static final int JOBS = 600;
    private static final int QUESTIONS = 250;

    /** Half an hour of summer time, none at midnight, a day that never was, odd offsets. */
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "UTC",
                            "Asia/Shanghai",
                            "Europe/Berlin",
                            "America/New_York",
                            "America/Sao_Paulo",
                            "Australia/Lord_Howe",
                            "Asia/Kathmandu",
                            "Pacific/Apia")
                    .map(ZoneId::of)
                    .toList();

    /** Changes of offset in those zones. */
    private static final List<Instant> BORDERS =
            List.of(
                    Instant.parse("2026-03-29T01:00:00Z"),
                    Instant.parse("2026-10-25T01:00:00Z"),
                    Instant.parse("2026-03-08T07:00:00Z"),
                    Instant.parse("2026-11-01T06:00:00Z"),
                    Instant.parse("2018-11-04T03:00:00Z"),
                    Instant.parse("2019-02-17T02:00:00Z"),
                    Instant.parse("2026-04-04T15:00:00Z"),
                    Instant.parse("2026-10-03T15:30:00Z"),
                    Instant.parse("2011-12-30T10:00:00Z"));

    private static final Instant FIRST = Instant.parse("2026-01-20T00:00:00Z");
    private static final List<TargetState> FINAL =
            List.of(
                    TargetState.SUCCEEDED,
                    TargetState.SUCCEEDED,
                    TargetState.SUCCEEDED,
                    TargetState.FAILED,
                    TargetState.TIMED_OUT,
                    TargetState.REJECTED,
                    TargetState.CANCELED);
    private static final Set<TargetState> FAILURES =
            EnumSet.of(TargetState.FAILED, TargetState.TIMED_OUT, TargetState.REJECTED);

    @TempDir Path home;
    private Journal journal;
    private Owners owners;
    private StatsRepository statistics;
    private final List<Sample> samples = new ArrayList<>();
    private long asked;

    /** A job as it is written. */
    private record Sample(
            String id,
            Instant at,
            PurgeType type,
            String zone,
            String account,
            Origin origin,
            @Nullable Instant endedAt,
            List<Fate> fates) {
        long count(Predicate<TargetState> which) {
            return fates.stream().map(Fate::state).filter(which).count();
        }

        long count(TargetState... states) {
            Set<TargetState> wanted = Set.of(states);
            return count(wanted::contains);
        }

        LocalDate day(ZoneId zone, Step step) {
            return step.start(LocalDate.ofInstant(at, zone));
        }
    }

    private record Fate(TargetState state, @Nullable String code, @Nullable String reason) {}

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(home, Clock.systemUTC());
        owners = Owners.register(home);
        statistics = new HistoryRepository(journal, owners).statistics();
    }

    @AfterEach
    void close() {
        journal.close();
        owners.close();
    }

    @Test
    void sumsAreThoseOfAPlainComputation() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < JOBS; i++) {
            samples.add(sample(random, i, at(random)));
        }
        write();
        long counted = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            StatsQuestion question =
                    new StatsQuestion(
                            filter(random),
                            pick(random, ZONES),
                            pick(random, List.of(Step.values())));
            Stats expected = plain(question);
            assertThat(ask(question)).as("%s", question).isEqualTo(expected);
            counted += expected.days().stream().mapToLong(DayCount::jobs).sum();
        }
        assertThat(counted).as("jobs, so that the filters were tried").isGreaterThan(JOBS * 20L);
    }

    @Test
    void aDayBeginsAndEndsAtMidnightOfItsZoneEvenWhenTheClocksChange() {
        for (Instant midnight :
                List.of(
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"),
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-25T23:00:00Z"))) {
            samples.add(plain(midnight.minusMillis(1)));
            samples.add(plain(midnight));
        }
        write();
        Stats stats = ask(new StatsQuestion(JobFilter.ALL, ZoneId.of("Europe/Berlin"), Step.DAY));
        assertThat(stats.days().stream().map(d -> d.day() + " " + d.jobs()))
                .containsExactly(
                        "2026-03-28 1",
                        "2026-03-29 2",
                        "2026-03-30 1",
                        "2026-10-24 1",
                        "2026-10-25 2",
                        "2026-10-26 1");
    }

    @Test
    void anEmptyJournalHasNothing() {
        assertThat(ask(new StatsQuestion(JobFilter.ALL, ZoneId.of("UTC"), Step.DAY)))
                .isEqualTo(Stats.NONE);
    }

    @Test
    void reasonsBeyondTheMostFrequentAreOneNumber() {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            fates.add(new Fate(TargetState.FAILED, null, "reason %03d".formatted(i)));
        }
        fates.add(new Fate(TargetState.FAILED, null, "reason 129"));
        samples.add(
                new Sample(
                        "job-1",
                        FIRST,
                        PurgeType.URL,
                        "zone-1",
                        "a-1",
                        Origin.HERE,
                        FIRST.plusSeconds(1),
                        fates));
        write();
        Stats stats = ask(new StatsQuestion(JobFilter.ALL, ZoneId.of("UTC"), Step.DAY));
        assertThat(stats.reasons()).hasSize(100);
        assertThat(stats.reasons().getFirst().reason()).isEqualTo("reason 129");
        assertThat(stats.reasons().getFirst().count()).isEqualTo(2);
        assertThat(stats.otherReasons()).isEqualTo(30);
    }

    private Stats ask(StatsQuestion question) {
        asked++;
        return statistics.read(asked, question);
    }

    private static Instant at(Random random) {
        return random.nextInt(3) == 0
                ? pick(random, BORDERS).plusMillis(random.nextInt(7_200_001) - 3_600_000)
                : FIRST.plusMillis(random.nextLong(Duration.ofDays(310).toMillis()));
    }

    private static Sample plain(Instant at) {
        return new Sample(
                "job-" + at.toEpochMilli(),
                at,
                PurgeType.URL,
                "zone-1",
                "a-1",
                Origin.HERE,
                at.plusSeconds(9),
                List.of(new Fate(TargetState.SUCCEEDED, null, null)));
    }

    private static Sample sample(Random random, int number, Instant at) {
        boolean ended = random.nextInt(4) > 0;
        TargetState only = random.nextInt(3) == 0 ? pick(random, FINAL) : null;
        List<Fate> fates = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            TargetState state =
                    ended
                            ? only == null ? pick(random, FINAL) : only
                            : pick(random, List.of(TargetState.values()));
            fates.add(
                    FAILURES.contains(state)
                            ? new Fate(
                                    state,
                                    random.nextBoolean() ? null : "LimitExceeded.DailyQuota",
                                    random.nextInt(3) == 0 ? null : "reason " + random.nextInt(9))
                            : new Fate(state, null, null));
        }
        // A clock that was set back made some end before they began.
        Instant end = at.plusMillis(random.nextInt(200_000) - 2_000);
        return new Sample(
                "job-" + number,
                at,
                pick(random, List.of(PurgeType.values())),
                "zone-" + random.nextInt(3),
                "a-" + random.nextInt(2),
                random.nextInt(5) == 0 ? Origin.ELSEWHERE : Origin.HERE,
                ended ? end : null,
                fates);
    }

    private static JobFilter filter(Random random) {
        Instant since = random.nextBoolean() ? null : at(random);
        Instant until = random.nextBoolean() ? null : at(random);
        String account = "a-" + random.nextInt(2);
        return JobFilter.ALL
                .between(since, until)
                .withZone(random.nextBoolean() ? null : "zone-" + random.nextInt(4))
                .withTypes(
                        random.nextInt(3) > 0
                                ? Set.of()
                                : Set.of(pick(random, List.of(PurgeType.values()))))
                .withOrigin(random.nextBoolean() ? null : pick(random, List.of(Origin.values())))
                .withWhose(
                        random.nextBoolean()
                                ? Whose.EVERYBODY
                                : new Whose.Account(account, account));
    }

    private boolean isMeant(Sample sample, JobFilter filter) {
        Instant since = filter.since();
        Instant until = filter.until();
        return (since == null || !sample.at().isBefore(since))
                && (until == null || sample.at().isBefore(until))
                && (filter.zone() == null || sample.zone().equals(filter.zone()))
                && (filter.types().isEmpty() || filter.types().contains(sample.type()))
                && (filter.origin() == null || sample.origin() == filter.origin())
                && (!(filter.whose() instanceof Whose.Account(String id, String _))
                        || sample.account().equals(id));
    }

    private Stats plain(StatsQuestion question) {
        List<Sample> meant = samples.stream().filter(s -> isMeant(s, question.filter())).toList();
        return new Stats(
                days(meant, question), reasons(meant), 0, byDay(meant, question), done(meant));
    }

    private static List<DayCount> days(List<Sample> meant, StatsQuestion question) {
        Map<LocalDate, Map<String, List<Sample>>> groups =
                meant.stream()
                        .collect(
                                Collectors.groupingBy(
                                        s -> s.day(question.zone(), question.step()),
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                s -> s.type().wireName(),
                                                TreeMap::new,
                                                Collectors.toList())));
        List<DayCount> days = new ArrayList<>();
        groups.forEach(
                (day, byType) -> byType.values().forEach(jobs -> days.add(count(day, jobs))));
        return days;
    }

    private static DayCount count(LocalDate day, List<Sample> jobs) {
        return new DayCount(
                day,
                jobs.getFirst().type(),
                jobs.size(),
                jobs.stream().mapToLong(s -> s.fates().size()).sum(),
                sum(jobs, TargetState.SUCCEEDED),
                sum(jobs, TargetState.FAILED, TargetState.TIMED_OUT),
                sum(jobs, TargetState.REJECTED),
                sum(jobs, TargetState.CANCELED),
                sum(jobs, TargetState.PENDING));
    }

    private static long sum(List<Sample> jobs, TargetState... states) {
        return jobs.stream().mapToLong(s -> s.count(states)).sum();
    }

    private static List<FailureReason> reasons(List<Sample> meant) {
        Map<FailureReason, Long> counts =
                meant.stream()
                        .flatMap(s -> s.fates().stream())
                        .filter(f -> FAILURES.contains(f.state()))
                        .collect(
                                Collectors.groupingBy(
                                        f ->
                                                new FailureReason(
                                                        f.state(),
                                                        f.code(),
                                                        f.reason() == null
                                                                ? f.state().label()
                                                                : f.reason(),
                                                        0),
                                        HashMap::new,
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(
                        e ->
                                new FailureReason(
                                        e.getKey().state(),
                                        e.getKey().code(),
                                        e.getKey().reason(),
                                        e.getValue()))
                .sorted(
                        Comparator.comparingLong(FailureReason::count)
                                .reversed()
                                .thenComparing(FailureReason::reason)
                                .thenComparing(r -> r.state().label())
                                .thenComparing(
                                        FailureReason::code,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static Map<LocalDate, DoneTime> byDay(List<Sample> meant, StatsQuestion question) {
        Map<LocalDate, DoneTime> done = new HashMap<>();
        meant.stream()
                .collect(Collectors.groupingBy(s -> s.day(question.zone(), question.step())))
                .forEach(
                        (day, jobs) -> {
                            DoneTime time = done(jobs);
                            if (time != null) {
                                done.put(day, time);
                            }
                        });
        return done;
    }

    private static @Nullable DoneTime done(List<Sample> jobs) {
        List<Long> tenths = new ArrayList<>();
        for (Sample job : jobs) {
            Instant end = job.endedAt();
            if (end != null
                    && job.count(TargetState.SUCCEEDED, TargetState.FAILED, TargetState.TIMED_OUT)
                            > 0) {
                tenths.add(
                        Math.round(
                                Math.max(0, Duration.between(job.at(), end).toMillis()) / 100.0));
            }
        }
        tenths.sort(null);
        return tenths.isEmpty()
                ? null
                : new DoneTime(tenths.size(), rank(tenths, 0.5), rank(tenths, 0.95));
    }

    private static Duration rank(List<Long> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size());
        return Duration.ofMillis(sorted.get(place - 1) * 100);
    }

    private void write() {
        journal.change(
                c -> {
                    for (Sample sample : samples) {
                        write(c, sample);
                    }
                });
    }

    private static void write(Connection c, Sample job) throws SQLException {
        boolean ended = job.endedAt() != null;
        Sql.update(
                c,
                "INSERT INTO job (id, created_at, account, account_id, key_fingerprint, endpoint,"
                        + " zone_id, zone_name, type, tag_domains, origin, n_targets, ended_at,"
                        + " n_succeeded, n_failed, n_rejected, n_canceled) VALUES"
                        + " (?,?,?,?,'f','e',?,'',?,'',?,?,?,?,?,?,?)",
                job.id(),
                job.at(),
                job.account(),
                job.account(),
                job.zone(),
                job.type().wireName(),
                job.origin().label(),
                job.fates().size(),
                job.endedAt(),
                ended ? job.count(TargetState.SUCCEEDED) : null,
                ended ? job.count(TargetState.FAILED, TargetState.TIMED_OUT) : null,
                ended ? job.count(TargetState.REJECTED) : null,
                ended ? job.count(TargetState.CANCELED) : null);
        for (int i = 0; i < job.fates().size(); i++) {
            Fate fate = job.fates().get(i);
            Sql.update(
                    c,
                    "INSERT INTO target (job_id, position, batch, target, state, reason, code)"
                            + " VALUES (?,?,1,?,?,?,?)",
                    job.id(),
                    i + 1,
                    "https://e/" + i,
                    fate.state().label(),
                    fate.reason(),
                    fate.code());
        }
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
