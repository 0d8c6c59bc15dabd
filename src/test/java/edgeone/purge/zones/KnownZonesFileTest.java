package edgeone.purge.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.error.RefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What was known last time: kept whole, or read anew from EdgeOne. */
final class KnownZonesFileTest {
    static final ZoneOwner OWNER = new ZoneOwner("a1b2", "https://teo.example", "0123456789ab");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Zone SHOP =
            new Zone("zone-1", "shop.com", "main", "global", "active", false, "plan-basic");
    private static final Zone NEWS =
            new Zone("zone-2", "新闻.com", "\"\u0007\n", "overseas", "paused", true, "");

    @TempDir private Path home;

    private static ZoneFacts facts(Zone zone, Instant at, String... hosts) {
        List<AccelerationDomain> domains =
                Arrays.stream(hosts).map(h -> new AccelerationDomain(h, "online")).toList();
        return new ZoneFacts(
                zone,
                new ZoneHosts.Listed(domains),
                domains,
                List.of(new Quota("purge_url", 1_000, 5_000_000_000L, 17)),
                at,
                null,
                null);
    }

    private static KnownZones known() {
        return KnownZones.none(OWNER)
                .withZones(NOON, List.of(SHOP, NEWS))
                .with(facts(SHOP, NOON.plusSeconds(1), "www.shop.com", "*.img.shop.com"))
                .withHosts("zone-2", NOON.plusSeconds(2), List.of())
                .withChosen("zone-1");
    }

    private KnownZonesFile file() {
        return new KnownZonesFile(home);
    }

    private Path path() {
        return home.resolve("zones").resolve("a1b2.json");
    }

    @Test
    void whatWasKnownIsKnownNextTime() {
        assertThat(file().read(OWNER)).isEmpty();
        assertThat(home.resolve("zones")).as("reading writes nothing").doesNotExist();
        file().write(known());
        assertThat(file().read(OWNER)).contains(known());
    }

    @Test
    void onlyWhatIsKnownOfHostsAndQuotaIsPlannedWith() {
        KnownZones known = known();
        assertThat(known.facts(SHOP))
                .hasValueSatisfying(
                        facts -> {
                            assertThat(facts)
                                    .isEqualTo(
                                            facts(
                                                    SHOP,
                                                    NOON.plusSeconds(1),
                                                    "www.shop.com",
                                                    "*.img.shop.com"));
                            assertThat(facts.hosts().covers("a.img.shop.com")).isTrue();
                        });
        assertThat(known.facts(NEWS)).as("its quota was never read").isEmpty();

        ZoneFacts refused =
                new ZoneFacts(
                        SHOP,
                        new ZoneHosts.Suffix("shop.com"),
                        List.of(),
                        List.of(),
                        NOON.plusSeconds(9),
                        new RefusedException(
                                "DescribeAccelerationDomains", "Unauthorized", "no", "r"),
                        new RefusedException("DescribeContentQuota", "Unauthorized", "no", "r"));
        assertThat(known.with(refused))
                .as("what could not be read changes nothing")
                .isEqualTo(known);
    }

    @Test
    void theOlderTimeIsTold() {
        KnownZones later =
                known().withHosts(
                                "zone-1",
                                NOON.plusSeconds(60),
                                List.of(new AccelerationDomain("new.shop.com", "")));
        assertThat(later.facts(SHOP).orElseThrow().readAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(later.facts(SHOP).orElseThrow().hosts().covers("new.shop.com")).isTrue();
    }

    @Test
    void aZoneThatIsGoneIsForgotten() {
        KnownZones fewer = known().withZones(NOON.plusSeconds(5), List.of(NEWS));
        assertThat(fewer.hosts()).containsOnlyKeys("zone-2");
        assertThat(fewer.quotas()).isEmpty();
    }

    @Test
    void whatAnotherAccountKeyOrEndpointSawIsNotShown() {
        file().write(known());
        for (ZoneOwner other :
                List.of(
                        new ZoneOwner("a1b3", OWNER.endpoint(), OWNER.key()),
                        new ZoneOwner("a1b2", "https://other.example", OWNER.key()),
                        new ZoneOwner("a1b2", OWNER.endpoint(), "ba9876543210"))) {
            assertThat(file().read(other)).as(other.toString()).isEmpty();
        }
        KnownZones others =
                KnownZones.none(new ZoneOwner("a1b2", OWNER.endpoint(), "ba9876543210"));
        file().write(others);
        assertThat(file().read(OWNER)).isEmpty();
        assertThat(file().read(others.owner())).contains(others);
    }

    @Test
    void anAccountOfAnyNameStaysInItsFolder() throws Exception {
        ZoneOwner odd = new ZoneOwner("../../etc/passwd\u0000", "e", "k");
        file().write(KnownZones.none(odd));
        assertThat(file().read(odd)).isPresent();
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("zones"));
        }
    }

    /** Cut at every byte, and with every byte replaced. */
    @Test
    void aDamagedFileIsIgnoredAndReplaced() throws Exception {
        file().write(known());
        byte[] whole = Files.readAllBytes(path());
        KnownZonesJson json = new KnownZonesJson();
        for (int length = 0; length < whole.length - 1; length++) {
            assertThat(json.read(Arrays.copyOf(whole, length)))
                    .as("first %s bytes", length)
                    .isEmpty();
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] = '{';
            // A changed text is another text; nothing may be thrown.
            assertThat(json.read(changed).map(KnownZones::zones).orElse(List.of()).size())
                    .isIn(0, 2);
        }
        for (String foreign :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"format\":2,\"zones\":[]}",
                        new String(whole, StandardCharsets.UTF_8)
                                .replace("\"locked\" : true", "\"locked\" : 1"),
                        new String(whole, StandardCharsets.UTF_8)
                                .replace("\"alias\"", "\"nick\""))) {
            Files.writeString(path(), foreign);
            assertThat(file().read(OWNER)).as(foreign).isEmpty();
        }
        file().write(known());
        assertThat(file().read(OWNER)).contains(known());
    }

    @Test
    void aFolderInItsPlaceStopsNothing() throws Exception {
        Files.createDirectories(path());
        assertThat(file().read(OWNER)).isEmpty();
        file().write(known());
        assertThat(file().read(OWNER)).isEmpty();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        file().write(known());
        assertThat(mode(path())).isEqualTo("rw-------");
        assertThat(mode(path().getParent())).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Killed again and again while it writes; the file is always one of those written. */
    @Test
    void aProcessKilledWhileWritingLeavesAWholeFile() throws Exception {
        for (int round = 0; round < 3; round++) {
            Process writer = KnownZonesWriter.start(home);
            try (var told = writer.inputReader()) {
                assertThat(told.readLine()).isEqualTo("writing");
                for (int i = 0; i < 200; i++) {
                    assertThat(file().read(OWNER)).as("while it is written").isPresent();
                }
            } finally {
                writer.destroyForcibly();
                assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(file().read(OWNER))
                    .hasValueSatisfying(known -> assertThat(known.zones()).hasSize(500));
        }
    }

    @Test
    void picksAreKeptAndADamagedFileOfThemIsSetAside() throws Exception {
        ZonePicksFile picks = new ZonePicksFile(home, Clock.systemUTC());
        assertThat(picks.read(OWNER)).isEqualTo(ZonePicks.NONE);
        picks.change(OWNER, p -> p.toggled("zone-1").toggled("zone-2").used("zone-3"));
        assertThat(picks.read(OWNER))
                .isEqualTo(new ZonePicks(List.of("zone-1", "zone-2"), List.of("zone-3")));
        picks.change(OWNER, p -> p.toggled("zone-1"));
        assertThat(picks.read(OWNER).favourites()).containsExactly("zone-2");

        Path file = home.resolve("zones").resolve("a1b2.picks.json");
        Files.writeString(file, "{\"favourites\":[7]}");
        assertThat(picks.read(OWNER)).isEqualTo(ZonePicks.NONE);
        picks.change(OWNER, p -> p.used("zone-9"));
        assertThat(picks.read(OWNER).recent()).containsExactly("zone-9");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("a1b2.picks.json.damaged-"));
        }
    }

    @Test
    void theLastUsedAreFewAndEachOnce() {
        ZonePicks picks = ZonePicks.NONE;
        for (int i = 0; i < 20; i++) {
            picks = picks.used("zone-" + i).used("zone-0");
        }
        assertThat(picks.recent())
                .startsWith("zone-0", "zone-19")
                .hasSize(ZonePicks.REMEMBERED)
                .doesNotHaveDuplicates();
    }
}
