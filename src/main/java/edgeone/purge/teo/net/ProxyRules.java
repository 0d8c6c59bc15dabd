package edgeone.purge.teo.net;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Which hosts go through the proxy: all but this machine and the listed ones. */
public final class ProxyRules extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final List<String> direct;
    private final @Nullable ProxySelector chosen;

    /**
     * @param direct see {@link NetworkOptions#noProxy()}
     * @param chosen asked for all other hosts; null to reach them directly as well
     */
    public ProxyRules(List<String> direct, @Nullable ProxySelector chosen) {
        this.direct = direct;
        this.chosen = chosen;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost();
        if (chosen == null || host == null || isDirect(host)) {
            return DIRECT;
        }
        List<Proxy> proxies = chosen.select(uri);
        return proxies == null || proxies.isEmpty() ? DIRECT : proxies;
    }

    public boolean isDirect(String host) {
        String plain = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        return TeoEndpoint.isLoopback(plain) || direct.stream().anyMatch(p -> matches(p, plain));
    }

    private static boolean matches(String pattern, String host) {
        String rule = pattern.strip().toLowerCase(Locale.ROOT);
        if (rule.startsWith("*")) {
            rule = rule.substring(1);
            return rule.isEmpty() || host.endsWith(rule);
        }
        return rule.startsWith(".") ? host.endsWith(rule) : host.equals(rule);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (chosen != null) {
            chosen.connectFailed(uri, address, failure);
        }
    }
}
