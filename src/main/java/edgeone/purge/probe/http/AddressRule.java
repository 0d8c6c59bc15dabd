package edgeone.purge.probe.http;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are nobody's business but the network's own. */
final class AddressRule {
    private AddressRule() {}

    /** Whether an address is private, of this machine, of this link, or nobody's. */
    static boolean isPrivate(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPrivateSix(bytes) : isPrivateFour(bytes, 0);
    }

    /** Also those that carry an IPv4 address: compatible, 6to4 and NAT64. */
    private static boolean isPrivateSix(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        boolean uniqueLocal = (first & 0xFE) == 0xFC;
        boolean compatible = allZero(bytes, 0, 12);
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean translated =
                first == 0x00
                        && second == 0x64
                        && at(bytes, 2) == 0xFF
                        && at(bytes, 3) == 0x9B
                        && allZero(bytes, 4, 12);
        return uniqueLocal
                || (sixToFour && isPrivateFour(bytes, 2))
                || ((compatible || translated) && isPrivateFour(bytes, 12));
    }

    private static boolean isPrivateFour(byte[] bytes, int from) {
        int first = at(bytes, from);
        int second = at(bytes, from + 1);
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && at(bytes, from + 2) == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
