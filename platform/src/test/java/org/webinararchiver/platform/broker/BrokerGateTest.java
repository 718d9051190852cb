package org.webinararchiver.platform.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.testservices.TestBroker;

class BrokerGateTest {
    private static final String SECRET = "a-wrong-password";

    @Test
    void aBrokerThatLetsUsInOpensTheGate() {
        var broker = TestBroker.server();
        var address = address(broker, broker.port(), broker.password());

        assertThatCode(() -> new BrokerGate(address, Duration.ofMinutes(1)).await())
                .doesNotThrowAnyException();
    }

    @Test
    void aBrokerThatRefusesUsIsNoBrokerForUsAndThePasswordIsNotTold() {
        var broker = TestBroker.server();
        var address = address(broker, broker.port(), SECRET);

        assertThatThrownBy(() -> new BrokerGate(address, Duration.ZERO).await())
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageContaining("rabbitmq-password")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aPortAtWhichNobodyListensKeepsTheGateShut() throws IOException {
        var broker = TestBroker.server();
        var address = address(broker, closedPort(), broker.password());

        assertThatThrownBy(() -> new BrokerGate(address, Duration.ofSeconds(1)).await())
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageContaining("PT1S");
    }

    @Test
    void aPortThatListensAndSaysNothingKeepsTheGateShut() throws IOException {
        var broker = TestBroker.server();
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = address(broker, silent.getLocalPort(), broker.password());

            assertThatThrownBy(() -> new BrokerGate(address, Duration.ZERO).await())
                    .isInstanceOf(BrokerUnreachable.class);
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static BrokerAddress address(TestBroker broker, int port, String password) {
        return new BrokerAddress(
                List.of(new Address(broker.host(), port)), broker.user(), password, broker.virtualHost(), false);
    }
}
