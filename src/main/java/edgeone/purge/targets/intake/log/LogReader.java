package edgeone.purge.targets.intake.log;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.intake.format.Collector;
import edgeone.purge.targets.intake.format.FormatReader;
import edgeone.purge.targets.intake.format.Requests;
import edgeone.purge.targets.rules.AddressText;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;

/** Access logs: common and combined, W3C extended, JSON. */
public final class LogReader implements FormatReader {
    private final @Nullable BaseAddress base;

    public LogReader(@Nullable BaseAddress base) {
        this.base = base;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        ExtendedLog extended = null;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.startsWith("#")) {
                extended = line.startsWith(ExtendedLog.FIELDS) ? new ExtendedLog(line) : extended;
                continue;
            }
            @Nullable LogEntry entry = parse(line, extended);
            if (entry == null || entry.method().isEmpty() || entry.target().isEmpty()) {
                found.leave(number, line, Why.MALFORMED);
            } else {
                take(number, entry, found);
            }
        }
    }

    private static @Nullable LogEntry parse(String line, @Nullable ExtendedLog extended) {
        if (extended != null) {
            return extended.parse(line);
        }
        if (!line.startsWith("{")) {
            return CombinedLog.parse(line);
        }
        try {
            return JsonLog.parse(line);
        } catch (IOException e) {
            return null;
        }
    }

    private void take(int line, LogEntry entry, Collector found) throws UnreadableException {
        String target = entry.target();
        if (AddressText.isHttp(target)) {
            Requests.take(line, entry.method(), entry.status(), target, found);
            return;
        }
        if (!target.startsWith("/")) {
            found.leave(line, target, Why.MALFORMED);
            return;
        }
        if (entry.host().isEmpty() && base == null) {
            found.leave(line, target, Why.NO_BASE);
            return;
        }
        String scheme = entry.scheme();
        if (scheme.isEmpty()) {
            scheme = base == null ? "https" : base.scheme();
        }
        if (entry.scheme().isEmpty() && base == null) {
            found.assumed();
        }
        String host = entry.host();
        String address =
                host.isEmpty() && base != null
                        ? base.withPath(target)
                        : scheme + "://" + host + target;
        Requests.take(line, entry.method(), entry.status(), address, found);
    }
}
