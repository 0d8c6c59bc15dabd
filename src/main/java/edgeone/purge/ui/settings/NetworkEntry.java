package edgeone.purge.ui.settings;

import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The network settings as typed. */
record NetworkEntry(
        Way way,
        String host,
        String port,
        String user,
        String noProxy,
        String caFile,
        String connect,
        String read,
        String write,
        String call) {
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final int LONGEST_SECONDS = 600;

    /** How EdgeOne is reached. Texts: {@code settings.way.…}. */
    enum Way {
        SYSTEM,
        DIRECT,
        HTTP,
        SOCKS5;

        boolean isOwn() {
            return this == HTTP || this == SOCKS5;
        }
    }

    /** What is invalid. Texts: {@code settings.problem.…}. */
    enum Problem {
        HOST,
        PORT,
        CONNECT,
        READ,
        WRITE,
        CALL
    }

    static NetworkEntry of(Network network) {
        ProxySetting proxy = network.proxy();
        ProxySetting.Own own = proxy instanceof ProxySetting.Own o ? o : null;
        return new NetworkEntry(
                switch (proxy) {
                    case ProxySetting.AsSystem _ -> Way.SYSTEM;
                    case ProxySetting.Direct _ -> Way.DIRECT;
                    case ProxySetting.Own o ->
                            switch (o.kind()) {
                                case HTTP -> Way.HTTP;
                                case SOCKS5 -> Way.SOCKS5;
                            };
                },
                own == null ? "" : own.host(),
                own == null ? "" : String.valueOf(own.port()),
                own == null || own.user() == null ? "" : own.user(),
                String.join(", ", network.noProxy()),
                network.caFile() == null ? "" : network.caFile(),
                String.valueOf(network.connectSeconds()),
                String.valueOf(network.readSeconds()),
                String.valueOf(network.writeSeconds()),
                String.valueOf(network.callSeconds()));
    }

    /** All problems, in the order of the form. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (way.isOwn()) {
            String name = host.strip();
            if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
                problems.add(Problem.HOST);
            }
            if (number(port, 65_535).isEmpty()) {
                problems.add(Problem.PORT);
            }
        }
        check(connect, Problem.CONNECT, problems);
        check(read, Problem.READ, problems);
        check(write, Problem.WRITE, problems);
        check(call, Problem.CALL, problems);
        return problems;
    }

    private static void check(String seconds, Problem problem, List<Problem> problems) {
        if (number(seconds, LONGEST_SECONDS).isEmpty()) {
            problems.add(problem);
        }
    }

    /** The network settings; call only if there are no problems. */
    Network network() {
        return new Network(
                known(connect),
                known(read),
                known(write),
                known(call),
                switch (way) {
                    case SYSTEM -> ProxySetting.SYSTEM;
                    case DIRECT -> ProxySetting.NONE;
                    case HTTP -> own(ProxySetting.Kind.HTTP);
                    case SOCKS5 -> own(ProxySetting.Kind.SOCKS5);
                },
                List.of(SEPARATOR.split(noProxy.strip(), -1)),
                caFile.isBlank() ? null : caFile.strip());
    }

    private ProxySetting own(ProxySetting.Kind kind) {
        return new ProxySetting.Own(
                kind, host.strip(), known(port), user.isBlank() ? null : user.strip());
    }

    private static int known(String text) {
        return number(text, Integer.MAX_VALUE)
                .orElseThrow(() -> new IllegalStateException("there are problems"));
    }

    /** A whole number from 1 to {@code most}. */
    static Optional<Integer> number(String text, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
