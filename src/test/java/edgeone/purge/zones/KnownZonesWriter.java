package edgeone.purge.zones;

import edgeone.purge.model.Zone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A process that writes known zones until it is killed. */
final class KnownZonesWriter {
    private KnownZonesWriter() {}

    static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KnownZonesWriter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String... arguments) {
        KnownZonesFile file = new KnownZonesFile(Path.of(arguments[0]));
        List<Zone> zones =
                IntStream.range(0, 500)
                        .mapToObj(i -> new Zone("zone-" + i, "site.com", "", "", "", false))
                        .toList();
        for (int i = 0; ; i++) {
            file.write(
                    KnownZones.none(KnownZonesFileTest.OWNER)
                            .withZones(Instant.ofEpochSecond(i), zones));
            if (i == 0) {
                System.out.println("writing");
            }
        }
    }
}
