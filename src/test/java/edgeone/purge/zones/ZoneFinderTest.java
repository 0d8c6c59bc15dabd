package edgeone.purge.zones;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.zones.KnownZones.Timed;
import edgeone.purge.zones.ZoneFinder.Found;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a person types, and which zones they get. */
final class ZoneFinderTest {
    private static final List<Zone> ZONES =
            List.of(
                    zone("zone-aa1", "example.org", "Main"),
                    zone("zone-bb2", "example.org", "mainland"),
                    zone("zone-cc3", "my-example.org", ""),
                    zone("zone-dd4", "xn--fiq228c.net", ""),
                    zone("zone-ee5", "", "nameless"));
    private static final Map<String, Timed<AccelerationDomain>> HOSTS =
            Map.of(
                    "zone-aa1", hosts("www.example.org", "shop.example.org"),
                    "zone-cc3", hosts("*.Preview.my-example.org"),
                    "zone-ee5", hosts("xn--0zwm56d.test.io", "static.test.io"));

    private static Zone zone(String id, String name, String alias) {
        return new Zone(id, name, alias, "global", "active", false);
    }

    private static Timed<AccelerationDomain> hosts(String... names) {
        return new Timed<>(
                Instant.EPOCH,
                Stream.of(names).map(name -> new AccelerationDomain(name, "online")).toList());
    }

    private static List<String> find(String text) {
        return find(text, ZonePicks.NONE);
    }

    private static List<String> find(String text, ZonePicks picks) {
        return new ZoneFinder(ZONES, HOSTS, picks)
                .find(text).stream().map(found -> found.zone().zoneId()).toList();
    }

    @Test
    void byNameAliasAndId() {
        assertThat(find("")).hasSize(5).startsWith("zone-aa1", "zone-bb2");
        assertThat(find("  EXAMPLE.org ")).startsWith("zone-aa1", "zone-bb2", "zone-cc3");
        assertThat(find("mainl")).containsExactly("zone-bb2");
        assertThat(find("MAIN")).containsExactly("zone-aa1", "zone-bb2");
        assertThat(find("cc3")).containsExactly("zone-cc3");
        assertThat(find("no such")).isEmpty();
    }

    @Test
    void aNameThatBeginsLikeItGoesBeforeOneThatContainsIt() {
        assertThat(find("example")).containsExactly("zone-aa1", "zone-bb2", "zone-cc3");
        assertThat(find("my-")).containsExactly("zone-cc3");
    }

    @Test
    void byAnyHostAndThatHostIsTold() {
        List<Found> found = new ZoneFinder(ZONES, HOSTS, ZonePicks.NONE).find("shop.");
        assertThat(found).extracting(Found::zone).containsExactly(ZONES.getFirst());
        assertThat(found.getFirst().host()).isEqualTo("shop.example.org");
        assertThat(find("static.test.io")).containsExactly("zone-ee5");
        assertThat(find("https://STATIC.test.io:8443/a?b")).containsExactly("zone-ee5");
        assertThat(find("pr-17.preview.my-example.org"))
                .as("taken by a wildcard")
                .containsExactly("zone-cc3");
        assertThat(new ZoneFinder(ZONES, HOSTS, ZonePicks.NONE).find("example").getFirst().host())
                .as("its name fits")
                .isNull();
    }

    @Test
    void byCharactersThatPunycodeStandsFor() {
        assertThat(find("中文")).containsExactly("zone-dd4");
        assertThat(find("测")).containsExactly("zone-ee5");
        assertThat(find("xn--0z")).containsExactly("zone-ee5");
    }

    @Test
    void favouritesAreOnTopThenThoseUsedLast() {
        ZonePicks picks =
                new ZonePicks(List.of("zone-ee5", "zone-gone"), List.of("zone-cc3", "zone-bb2"));
        assertThat(find("", picks))
                .containsExactly("zone-ee5", "zone-cc3", "zone-bb2", "zone-aa1", "zone-dd4");
        assertThat(find("example", picks)).containsExactly("zone-cc3", "zone-bb2", "zone-aa1");
        List<Found> found = new ZoneFinder(ZONES, HOSTS, picks).find("");
        assertThat(found).extracting(Found::favourite).startsWith(true, false);
        assertThat(found).extracting(Found::recent).startsWith(false, true, true, false);
    }
}
