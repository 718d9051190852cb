package org.webinararchiver.simulator.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.SampleMeetings;

class ConnectionsTest {
    private static final int ANSWER_IN_TIME = (int) Duration.ofSeconds(20).toMillis();

    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, MediaFiles.none(), SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aConnectionPastTheLimitIsResetAndTheOthersGoOn() throws IOException {
        simulator.connections().limit(2);
        try (var first = connection();
                var second = connection();
                var third = connection()) {
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
            assertThat(ask(second)).startsWith("HTTP/1.1 200");
            assertThatThrownBy(() -> ask(third)).isInstanceOf(SocketException.class);
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
        }
        assertThat(simulator.connections().resets()).isEqualTo(1);
        assertThat(simulator.connections().mostAtOnce()).isEqualTo(3);
    }

    @Test
    void withoutALimitNoneIsReset() throws IOException {
        simulator.connections().limit(1);
        simulator.mend();
        try (var first = connection();
                var second = connection()) {
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
            assertThat(ask(second)).startsWith("HTTP/1.1 200");
        }
        assertThat(simulator.connections().resets()).isZero();
        assertThat(simulator.connections().mostAtOnce()).isEqualTo(2);
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.connections().limit(0));
    }

    private Socket connection() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.base().getPort());
        socket.setSoTimeout(ANSWER_IN_TIME);
        return socket;
    }

    /** The first bytes of an answer to a request that has no body. */
    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: simulator\r\n\r\n".getBytes(US_ASCII));
        var answer = socket.getInputStream().readNBytes(15);
        if (answer.length == 0) {
            throw new IOException("the connection was closed in order");
        }
        var rest = socket.getInputStream();
        rest.skipNBytes(rest.available());
        return new String(answer, US_ASCII);
    }
}
