package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.web.ForbiddenAddress;

class AddressPolicyTest {
    private static final AddressPolicy STRICT = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.88.99.0",
                "192.88.99.255",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::8.8.8.8",
                "::ffff:0:8.8.8.8",
                "64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff",
                "64:ff9b::1:0:0",
                "64:ff9b:1::",
                "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
                "100::",
                "100::ffff:ffff:ffff:ffff",
                "2001::",
                "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db8::",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff::",
                "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
                "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "4000::",
                "5f00::",
                "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fc00::",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fe80::",
                "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fec0::",
                "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "ff00::",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void theFirstAndTheLastAddressOfEveryPrivateBlockAreForbidden(String address) {
        assertForbidden(STRICT, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2001:200::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void theAddressesBesideThemArePublic(String address) {
        assertAllowed(STRICT, address, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2002:c0a8:101:1:2:3:4:5"
            })
    void aPrivateIpv4AddressInsideAnIpv6OneIsForbidden(String address) {
        assertForbidden(STRICT, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"})
    void aPublicIpv4AddressInsideAnIpv6OneIsPublic(String address) {
        assertAllowed(STRICT, address, address);
    }

    @Test
    void aMappedAddressThatStayedSixteenBytesLongIsForbidden() throws UnknownHostException {
        var mapped = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        var address = Inet6Address.getByAddress("host", mapped, -1);
        assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> STRICT.check("host", address));
    }

    @Test
    void aLinkLocalAddressOfAnInterfaceIsForbidden() throws UnknownHostException {
        var linkLocal = new byte[] {-2, -128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        var address = Inet6Address.getByAddress("host", linkLocal, 1);
        assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> STRICT.check("host", address));
    }

    @ParameterizedTest
    @CsvSource({
        "intranet.example, intranet.example, 10.1.2.3",
        "Intranet.Example, INTRANET.example, 10.1.2.3",
        "intranet.example., intranet.example, 10.1.2.3",
        "intranet.example, intranet.example., 10.1.2.3",
        "'  intranet.example ', intranet.example, 10.1.2.3",
        "media_1, media_1, 10.1.2.3",
        "127.0.0.1, 127.0.0.1, 127.0.0.1",
        "127.0.0.1, localhost, 127.0.0.1",
        "10.0.0.0/8, some.host, 10.255.255.255",
        "10.1.2.3/8, some.host, 10.255.255.255",
        "169.254.169.254/32, some.host, 169.254.169.254",
        "::1, localhost, ::1",
        "[::1], localhost, ::1",
        "fd00::/8, some.host, fd12::1",
        "0.0.0.0/0, some.host, 192.168.1.1"
    })
    void whatTheOperatorAllowsMayBeAsked(String entry, String host, String address) {
        assertAllowed(new AddressPolicy(List.of("other.example", entry)), host, address);
    }

    @ParameterizedTest
    @CsvSource({
        "intranet.example, other.example, 10.1.2.3",
        "intranet.example, sub.intranet.example, 10.1.2.3",
        "127.0.0.1, 127.0.0.2, 127.0.0.2",
        "10.0.0.0/9, some.host, 10.128.0.0",
        "fd00::/8, some.host, fc00::1",
        "127.0.0.1, localhost, ::1",
        "0.0.0.0/0, localhost, ::1",
        "'', localhost, 127.0.0.1",
        "'', localhost, ::1",
        "' ', localhost, 127.0.0.1"
    })
    void nothingElseMay(String entry, String host, String address) {
        assertForbidden(new AddressPolicy(List.of(entry)), host, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "10.*.*.*",
                "10.0.0.1-5",
                "/8",
                "10.0.0.0/33",
                "10.0.0.0/",
                "127.1",
                "2130706433",
                "0x7f000001",
                "256.0.0.1",
                "localhost:8080",
                "http://localhost",
                "two words",
                "host/path",
                "host,other",
                "пример"
            })
    void anEntryThatCouldMeanSomethingElseIsRefusedAtTheStart(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressPolicy(List.of(entry)))
                .withMessageContaining("ARCHIVER_ALLOW_PRIVATE_HOSTS")
                .withMessageContaining(entry);
    }

    @Test
    void theRefusalTellsHowToAllowTheHost() {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> STRICT.check("intranet.example", InetAddress.getByName("10.1.2.3")))
                .withMessageContaining("intranet.example is at 10.1.2.3")
                .withMessageContaining("ARCHIVER_ALLOW_PRIVATE_HOSTS=intranet.example");
    }

    private static void assertForbidden(AddressPolicy policy, String address) {
        assertForbidden(policy, address, address);
    }

    private static void assertForbidden(AddressPolicy policy, String host, String address) {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> policy.check(host, InetAddress.getByName(address)));
    }

    private static void assertAllowed(AddressPolicy policy, String host, String address) {
        assertThatCode(() -> policy.check(host, InetAddress.getByName(address))).doesNotThrowAnyException();
    }
}
