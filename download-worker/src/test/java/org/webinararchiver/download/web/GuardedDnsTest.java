package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.web.ForbiddenAddress;

class GuardedDnsTest {

    @Test
    void aNameWhoseAddressesAreAllPublicMayBeAskedAtEachOfThem() throws IOException {
        assertThat(resolvingTo("8.8.8.8", "2606:4700:4700::1111").lookup("host.example"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8 10.0.0.1", "10.0.0.1 8.8.8.8", "2606:4700:4700::1111 ::1", "8.8.8.8 1.1.1.1 fd00::1"})
    void aNameOfWhichOneAddressIsPrivateIsForbidden(String addresses) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> resolvingTo(addresses.split(" ")).lookup("host.example"))
                .satisfies(failure -> assertThat(GuardedDns.refusalIn(failure)).isInstanceOf(ForbiddenAddress.class));
    }

    @Test
    void aResolverThatFailsForbidsNothing() {
        var failing = new GuardedDns(new AddressPolicy(List.of()), host -> {
            throw new UnknownHostException(host);
        });
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> failing.lookup("host.example"))
                .satisfies(failure -> assertThat(GuardedDns.refusalIn(failure)).isSameAs(failure));
    }

    private static GuardedDns resolvingTo(String... addresses) {
        return new GuardedDns(
                new AddressPolicy(List.of()),
                host -> Stream.of(addresses).map(GuardedDnsTest::address).toList());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
