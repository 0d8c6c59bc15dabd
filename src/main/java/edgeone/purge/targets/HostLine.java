package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;

import java.util.List;
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
            return new Refused(ProblemKind.HOST_WITH_SCHEME, "", bareHost(line));
        }
        if (line.contains("@")) {
            return Refused.of(ProblemKind.USER_INFO);
        }
        if (line.startsWith("[") || line.indexOf(':') != line.lastIndexOf(':')) {
            return Refused.of(ProblemKind.BAD_HOST, line);
        }
        if (line.chars().anyMatch(c -> "/?#\\:".indexOf(c) >= 0)) {
            return Refused.of(ProblemKind.HOST_WITH_PATH);
        }
        return switch (HostName.of(line)) {
            case Refused refused -> refused;
            case HostName.Read host ->
                    covered.test(host.name())
                            ? sent(line, host)
                            : Refused.of(ProblemKind.FOREIGN_HOST, host.name());
        };
    }

    private static Sent sent(String line, HostName.Read host) {
        Rewriting rewriting = new Rewriting(line);
        rewriting.to(RewriteKind.HOST_PUNYCODE, host.ascii());
        rewriting.to(RewriteKind.HOST_CASE, host.name());
        return new Sent(rewriting.text(), rewriting.steps(), List.of());
    }

    /** Only where the address says no more than the host, so that nothing gets wider. */
    private static List<Fix> bareHost(String line) {
        String host = line.substring(line.indexOf("://") + "://".length());
        String bare = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        return AddressText.isHttp(line) && AddressText.isHost(bare)
                ? List.of(Fix.of(FixKind.BARE_HOST, bare))
                : List.of();
    }
}
