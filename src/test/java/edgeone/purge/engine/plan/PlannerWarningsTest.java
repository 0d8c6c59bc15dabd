package edgeone.purge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan.Warning;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Warnings before sending: each appears when it is due, and only then. */
final class PlannerWarningsTest {
    private static final ZoneHosts LISTED =
            new ZoneHosts.Listed(List.of(new AccelerationDomain("www.example.com", "online")));

    private static final List<Quota> ALL_QUOTAS =
            Arrays.stream(PurgeType.values())
                    .map(t -> new Quota(t.wireName(), 1_000, 10_000, 10_000))
                    .toList();

    private static Zone zone(String status, boolean locked) {
        return new Zone("zone-1", "example.com", "", "global", status, locked);
    }

    private static Plan plan(
            PurgeType type,
            Zone zone,
            ZoneHosts hosts,
            List<Quota> quotas,
            @Nullable TeoException quotaTrouble) {
        String text =
                switch (type) {
                    case URL, PREFIX, PREFETCH -> "https://www.example.com/a/";
                    case HOST -> "www.example.com";
                    case CACHE_TAG -> "tag";
                    case ALL -> null;
                };
        return Planner.plan(
                new PurgeDraft(zone, type, null, text, List.of(), false),
                new ZoneFacts(zone, hosts, List.of(), quotas, Instant.EPOCH, null, quotaTrouble));
    }

    private static Plan plan(PurgeType type, ZoneHosts hosts) {
        return plan(type, zone("active", false), hosts, ALL_QUOTAS, null);
    }

    @ParameterizedTest
    @EnumSource(PurgeType.class)
    void thereIsNoWarningIfAllIsKnownAndWell(PurgeType type) {
        assertThat(plan(type, LISTED).warnings()).isEmpty();
    }

    /** 图片站 in GB18030 is valid UTF-8 of other characters. */
    @Test
    void aWrongEncodingIsWarnedOf() {
        Charset gb18030 = Charset.forName("GB18030");
        String chinese = "https://www.example.com/图片站.html\n".repeat(10);
        String misread = new String(chinese.getBytes(gb18030), StandardCharsets.UTF_8);
        assertThat(planOf(chinese).warnings()).isEmpty();
        assertThat(planOf(misread).warnings()).containsExactly(Warning.ODD_CHARACTERS);
    }

    private static Plan planOf(String text) {
        Zone zone = zone("active", false);
        return Planner.plan(
                new PurgeDraft(zone, PurgeType.URL, null, text, List.of(), false),
                new ZoneFacts(zone, LISTED, List.of(), ALL_QUOTAS, Instant.EPOCH, null, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"URL", "PREFIX", "HOST", "PREFETCH"})
    void hostsCheckedByNameOnlyOrNotAtAllAreWarnedOf(PurgeType type) {
        assertThat(plan(type, new ZoneHosts.Suffix("example.com")).warnings())
                .containsExactly(Warning.HOSTS_BY_SUFFIX);
        assertThat(plan(type, new ZoneHosts.Unchecked()).warnings())
                .containsExactly(Warning.HOSTS_UNCHECKED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"URL", "PREFIX", "HOST", "PREFETCH"})
    void aPurgeWithoutHostsHasNoWarningAboutThem(PurgeType type) {
        assertThat(plan(type, new ZoneHosts.Suffix("example.com")).warnings()).isEmpty();
        assertThat(plan(type, new ZoneHosts.Unchecked()).warnings()).isEmpty();
    }

    @Test
    void aTypeEdgeOneListsNoQuotaForIsWarnedOf() {
        List<Quota> others =
                ALL_QUOTAS.stream().filter(q -> !q.type().equals("purge_url")).toList();

        assertThat(plan(PurgeType.URL, zone("active", false), LISTED, others, null).warnings())
                .containsExactly(Warning.QUOTA_NOT_LISTED);
        assertThat(plan(PurgeType.HOST, zone("active", false), LISTED, others, null).warnings())
                .isEmpty();
    }

    @Test
    void aQuotaThatCannotBeReadIsNotCalledUnlisted() {
        TeoException trouble =
                new RefusedException(
                        "DescribeContentQuota", "AuthFailure.UnauthorizedOperation", "", null);

        assertThat(
                        plan(PurgeType.URL, zone("active", false), LISTED, List.of(), trouble)
                                .warnings())
                .containsExactly(Warning.QUOTA_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "active, false, false",
        "'', false, false",
        "paused, false, true",
        "inactive, false, true",
        "active, true, true",
        "'', true, true",
        "paused, true, true",
    })
    void aZoneThatIsLockedOrNotActiveIsWarnedOf(String status, boolean locked, boolean warned) {
        List<Warning> warnings =
                plan(PurgeType.URL, zone(status, locked), LISTED, ALL_QUOTAS, null).warnings();

        assertThat(warnings.contains(Warning.ZONE_NOT_ACTIVE)).isEqualTo(warned);
    }

    @ParameterizedTest
    @EnumSource(PurgeMethod.class)
    void theMethodIsKeptIfEdgeOneHonoursIt(PurgeMethod method) {
        Zone zone = zone("active", false);
        Plan plan =
                Planner.plan(
                        new PurgeDraft(
                                zone,
                                PurgeType.PREFIX,
                                method,
                                "https://www.example.com/a/",
                                List.of(),
                                false),
                        new ZoneFacts(
                                zone, LISTED, List.of(), ALL_QUOTAS, Instant.EPOCH, null, null));

        assertThat(plan.method()).isEqualTo(method);
        assertThat(plan.sendable()).isTrue();
    }
}
