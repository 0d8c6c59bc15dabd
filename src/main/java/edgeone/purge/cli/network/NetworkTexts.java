package edgeone.purge.cli.network;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.ProxySetting.Kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parsing and output that the network commands share. */
final class NetworkTexts {
    private static final Pattern PROXY =
            Pattern.compile(
                    "(http|socks5)://(?:([^/@]*)@)?(\\[[0-9a-f:]+\\]|[^:/@\\s]+):(\\d{1,5})/?",
                    Pattern.CASE_INSENSITIVE);

    private NetworkTexts() {}

    static void show(Network network, Output output) {
        if (output.isJson()) {
            output.json(Map.of("network", json(network)));
            return;
        }
        output.table(
                List.of("column.setting", "column.value"),
                List.of(
                        List.of("proxy", label(network.proxy())),
                        List.of("no-proxy", String.join(",", network.noProxy())),
                        List.of("ca-file", network.caFile() == null ? "" : network.caFile()),
                        List.of("connect-seconds", String.valueOf(network.connectSeconds())),
                        List.of("read-seconds", String.valueOf(network.readSeconds())),
                        List.of("write-seconds", String.valueOf(network.writeSeconds())),
                        List.of("call-seconds", String.valueOf(network.callSeconds()))));
    }

    private static Map<String, Object> json(Network network) {
        return new Fields()
                .put("proxy", label(network.proxy()))
                .put("noProxy", network.noProxy())
                .put("caFile", network.caFile())
                .put("connectSeconds", network.connectSeconds())
                .put("readSeconds", network.readSeconds())
                .put("writeSeconds", network.writeSeconds())
                .put("callSeconds", network.callSeconds())
                .map();
    }

    /** In the form that {@link #proxy} parses. */
    static String label(ProxySetting proxy) {
        return switch (proxy) {
            case ProxySetting.AsSystem _ -> "system";
            case ProxySetting.Direct _ -> "none";
            case ProxySetting.Own own ->
                    own.kind().name().toLowerCase(Locale.ROOT)
                            + "://"
                            + (own.user() == null ? "" : own.user() + "@")
                            + own.host()
                            + ":"
                            + own.port();
        };
    }

    /** Parses a proxy. Refuses a password in it, since every user of the machine could read it. */
    static ProxySetting proxy(String text) {
        if (text.equals("system")) {
            return ProxySetting.SYSTEM;
        }
        if (text.equals("none")) {
            return ProxySetting.NONE;
        }
        Matcher parts = PROXY.matcher(text);
        if (!parts.matches()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.proxy");
        }
        String user = parts.group(2);
        if (user != null && user.indexOf(':') >= 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.password-shown");
        }
        try {
            return new ProxySetting.Own(
                    Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                    parts.group(3),
                    Integer.parseInt(parts.group(4)),
                    user == null || user.isEmpty() ? null : user);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.network.proxy");
        }
    }
}
