package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.ProblemKind;

import java.util.Set;
import java.util.function.Predicate;

/** Reads a bare host name. */
final class HostLine {
    private HostLine() {}

    /**
     * @param line trimmed, without control characters or lone surrogates
     * @param covered whether a lower-case host belongs to the zone
     */
    static Reading read(String line, Predicate<String> covered) {
        if (line.contains("://")) {
            return new Refused(ProblemKind.HOST_WITH_SCHEME, "");
        }
        if (line.indexOf('@') >= 0) {
            return new Refused(ProblemKind.USER_INFO, "");
        }
        if (line.startsWith("[") || line.indexOf(':') != line.lastIndexOf(':')) {
            return Refused.of(ProblemKind.BAD_HOST, line);
        }
        if (line.chars().anyMatch(c -> "/?#\\:".indexOf(c) >= 0)) {
            return new Refused(ProblemKind.HOST_WITH_PATH, "");
        }
        return switch (HostName.of(line)) {
            case Refused refused -> refused;
            case HostName.Read host ->
                    covered.test(host.name())
                            ? new Sent(host.name(), host.rewrites(), Set.of())
                            : Refused.of(ProblemKind.FOREIGN_HOST, host.name());
        };
    }
}
