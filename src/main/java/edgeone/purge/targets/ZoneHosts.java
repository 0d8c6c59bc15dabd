package edgeone.purge.targets;

import edgeone.purge.model.AccelerationDomain;

import java.util.List;

/** Which hosts belong to a zone, as far as is known. Hosts are in lower case. */
public sealed interface ZoneHosts {
    boolean covers(String host);

    /** The zone's acceleration domains were read; wildcards count. */
    record Listed(List<AccelerationDomain> domains) implements ZoneHosts {
        public Listed {
            domains = List.copyOf(domains);
        }

        @Override
        public boolean covers(String host) {
            return domains.stream().anyMatch(d -> d.covers(host));
        }
    }

    /** The list could not be read: the zone's name and its subdomains. */
    record Suffix(String zoneName) implements ZoneHosts {
        @Override
        public boolean covers(String host) {
            return host.equals(zoneName) || host.endsWith("." + zoneName);
        }
    }

    /** Neither list nor name is known; EdgeOne alone decides. */
    record Unchecked() implements ZoneHosts {
        @Override
        public boolean covers(String host) {
            return true;
        }
    }
}
