package edgeone.purge.team.pace;

import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads which zones a key sees from what EdgeOne answers without an error, and tells the database
 * of each of them once.
 */
final class ZoneWatch implements CallWatcher {
    private static final Pattern ZONE =
            Pattern.compile("\"ZoneId\"\\s{0,9}:\\s{0,9}\"(zone-[0-9A-Za-z-]{1,64})\"");

    private final TeamPace team;
    private final PaceTable.Key key;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ZoneWatch(TeamPace team, PaceTable.Key key) {
        this.team = team;
        this.key = key;
    }

    @Override
    public void ended(CallReport report) {
        if (report.code() != null || report.reply() == null || team.rests()) {
            return;
        }
        Set<String> zones = new TreeSet<>();
        Stream.of(report.request(), report.reply())
                .flatMap(body -> ZONE.matcher(text(body)).results())
                .map(match -> match.group(1))
                .filter(told::add)
                .forEach(zones::add);
        if (!zones.isEmpty()) {
            Future<Void> _ =
                    team.ask(
                            () -> {
                                try {
                                    team.table().sees(key, zones);
                                } catch (SQLException e) {
                                    told.removeAll(zones);
                                    throw e;
                                }
                                return null;
                            });
        }
    }

    private static String text(@Nullable CallBody body) {
        return body == null ? "" : new String(body.start(), StandardCharsets.UTF_8);
    }
}
