package edgeone.purge.engine.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.zones.ZoneSplit.Share;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.HostedLine;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.ZoneHosts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whose lines are whose. */
final class ZoneSorterTest {
    private static final ZoneFacts SHOP = listed("zone-1", "shop.com", "www.shop.com", "shop.com");
    private static final ZoneFacts NEWS =
            listed("zone-2", "news.com", "www.news.com", "*.live.news.com", "xn--fiq228c.news.com");

    private static Zone zone(String id, String name, String alias) {
        return new Zone(id, name, alias, "global", "active", false);
    }

    private static ZoneFacts listed(String id, String name, String... hosts) {
        return facts(
                zone(id, name, ""),
                new ZoneHosts.Listed(
                        Stream.of(hosts).map(h -> new AccelerationDomain(h, "online")).toList()));
    }

    private static ZoneFacts facts(Zone zone, ZoneHosts hosts) {
        return new ZoneFacts(zone, hosts, List.of(), List.of(), Instant.EPOCH, null, null);
    }

    private static ZoneSplit sort(PurgeType type, boolean fixes, String text, ZoneFacts... zones) {
        return ZoneSorter.sort(HostedLine.read(type, TargetLines.of(text), fixes), List.of(zones));
    }

    private static ZoneSplit sort(String text, ZoneFacts... zones) {
        return sort(PurgeType.URL, false, text, zones);
    }

    private static List<String> texts(Share share) {
        return IntStream.range(0, share.lines().size()).mapToObj(share.lines()::text).toList();
    }

    @Test
    void everyLineGoesToTheZoneOfItsHostWithItsNumber() {
        ZoneSplit split =
                sort(
                        "https://www.news.com/1\n\nHTTPS://WWW.Shop.com:443/2\n"
                                + "http://a.b.live.news.com:8080/3?x#\nhttps://shop.com\n",
                        SHOP,
                        NEWS);
        assertThat(split.shares())
                .extracting(s -> s.facts().zone().zoneId())
                .containsExactly("zone-2", "zone-1");
        Share news = split.shares().getFirst();
        Share shop = split.shares().getLast();
        assertThat(texts(news)).containsExactly("https://www.news.com/1");
        assertThat(texts(shop)).containsExactly("HTTPS://WWW.Shop.com:443/2", "https://shop.com");
        assertThat(shop.lines().number(0)).isEqualTo(3);
        assertThat(shop.lines().number(1)).isEqualTo(5);
        assertThat(split.problems())
                .as("what is wrong whatever the zone")
                .extracting(Problem::line, Problem::kind)
                .containsExactly(tuple(4, ProblemKind.FRAGMENT));
    }

    @Test
    void aWildcardTakesWhatIsBelowItAndNotItself() {
        ZoneSplit split =
                sort(
                        "https://a.live.news.com/\n"
                                + "https://b.a.live.news.com/\n"
                                + "https://live.news.com/",
                        NEWS);
        assertThat(split.shares().getFirst().lines().size()).isEqualTo(2);
        assertThat(split.problems())
                .extracting(Problem::line, Problem::kind, Problem::detail)
                .containsExactly(tuple(3, ProblemKind.HOST_OF_NO_ZONE, "live.news.com"));
    }

    @Test
    void aHostOutsideAsciiIsSoughtAsItIsSent() {
        ZoneSplit split = sort("https://中文.news.com/a", NEWS);
        assertThat(split.problems()).isEmpty();
        assertThat(texts(split.shares().getFirst())).containsExactly("https://中文.news.com/a");
    }

    @Test
    void aHostOfTwoZonesIsAProblemThatTellsThemApart() {
        ZoneFacts global = facts(zone("zone-3", "shop.com", "global"), SHOP.hosts());
        ZoneSplit split = sort("https://www.shop.com/\nhttps://www.news.com/", SHOP, global, NEWS);
        assertThat(split.shares()).extracting(Share::facts).containsExactly(NEWS);
        assertThat(split.problems())
                .extracting(Problem::line, Problem::kind, Problem::detail)
                .containsExactly(
                        tuple(
                                1,
                                ProblemKind.HOST_OF_SEVERAL_ZONES,
                                "www.shop.com: shop.com (zone-1), shop.com (global, zone-3)"));
    }

    @Test
    void aHostAndAWildcardAboveItAreTwoZonesToo() {
        ZoneFacts other = listed("zone-4", "live.news.com", "x.live.news.com");
        assertThat(sort("https://x.live.news.com/", NEWS, other).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.HOST_OF_SEVERAL_ZONES);
    }

    @Test
    void aZoneWhoseHostsCouldNotBeReadHasThoseBelowItsNameThatNoOtherLists() {
        ZoneFacts unread = facts(zone("zone-5", "news.com", ""), new ZoneHosts.Suffix("news.com"));
        ZoneFacts unknown = facts(zone("zone-6", "", ""), new ZoneHosts.Unchecked());
        ZoneSplit split =
                sort(
                        "https://www.news.com/\nhttps://old.news.com/\nhttps://news.com/\n"
                                + "https://oldnews.com/",
                        NEWS,
                        unread,
                        unknown);
        assertThat(split.shares()).extracting(Share::facts).containsExactly(NEWS, unread);
        assertThat(texts(split.shares().getLast()))
                .containsExactly("https://old.news.com/", "https://news.com/");
        assertThat(split.problems()).extracting(Problem::line).containsExactly(4);
    }

    @Test
    void hostsAndDirectoriesAreSortedToo() {
        assertThat(sort(PurgeType.HOST, false, "WWW.news.com\nshop.com", SHOP, NEWS).shares())
                .extracting(Share::facts)
                .containsExactly(NEWS, SHOP);
        assertThat(sort(PurgeType.PREFIX, false, "https://shop.com/a/", SHOP, NEWS).shares())
                .extracting(Share::facts)
                .containsExactly(SHOP);
        assertThatThrownBy(() -> sort(PurgeType.CACHE_TAG, false, "news", SHOP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineOfSeveralAddressesIsDividedOnlyWhereItMustBe() {
        String both = "https://www.shop.com/1 https://www.news.com/2";
        String same = "https://www.shop.com/3 https://shop.com/4";
        ZoneSplit split = sort(PurgeType.URL, true, both + "\n" + same, SHOP, NEWS);
        assertThat(texts(split.shares().getFirst()))
                .containsExactly("https://www.shop.com/1", same);
        assertThat(texts(split.shares().getLast())).containsExactly("https://www.news.com/2");
        assertThat(split.divided())
                .extracting(r -> r.line(), r -> r.before(), r -> r.after())
                .containsExactly(
                        tuple(1, both, "https://www.shop.com/1"),
                        tuple(1, both, "https://www.news.com/2"));
        assertThat(sort(PurgeType.URL, false, both, SHOP, NEWS).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.SEVERAL_TARGETS);
    }

    @Test
    void ofManyZonesOnlyThoseAreReadThatMayHaveAHost() {
        List<Zone> many =
                Stream.concat(
                                Stream.of(zone("zone-x", "", ""), zone("zone-y", "News.com", "")),
                                IntStream.range(0, SplitPlanner.FEW)
                                        .mapToObj(i -> zone("zone-" + i, "site" + i + ".org", "")))
                        .toList();
        assertThat(SplitPlanner.candidates(many, Set.of("a.b.news.com", "site7.org")))
                .extracting(Zone::zoneId)
                .containsExactly("zone-x", "zone-y", "zone-7");
        assertThat(SplitPlanner.candidates(many.subList(0, SplitPlanner.FEW), Set.of("x.net")))
                .hasSize(SplitPlanner.FEW);
    }
}
