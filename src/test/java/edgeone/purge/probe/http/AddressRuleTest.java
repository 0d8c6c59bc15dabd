package edgeone.purge.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

final class AddressRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "2002:7f00:1::",
                "64:ff9b::192.168.0.1"
            })
    void privateOnes(String address) throws Exception {
        assertThat(AddressRule.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2400:3200::1",
                "::ffff:1.1.1.1",
                "2002:101:101::",
                "64:ff9b::1.1.1.1"
            })
    void publicOnes(String address) throws Exception {
        assertThat(AddressRule.isPrivate(InetAddress.getByName(address))).isFalse();
    }
}
