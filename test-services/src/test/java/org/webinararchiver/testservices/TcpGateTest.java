package org.webinararchiver.testservices;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpGateTest {
    private ServerSocket server;
    private URI address;
    private TcpGate gate;

    /** A server that says everything again. */
    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        address = URI.create("echo://127.0.0.1:%d/room?loud=true".formatted(server.getLocalPort()));
        gate = TcpGate.to(address);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // The client will notice.
        }
    }

    @AfterEach
    void stop() throws IOException {
        gate.close();
        server.close();
    }

    @Test
    void theAddressDiffersInHostAndPortAlone() {
        assertThat(gate.addressOf(address))
                .hasScheme("echo")
                .hasHost("127.0.0.1")
                .hasPath("/room")
                .hasQuery("loud=true");
        assertThat(gate.addressOf(address).getPort()).isNotEqualTo(server.getLocalPort());
    }

    @Test
    void whatIsSaidPassesBothWays() throws IOException {
        try (var connection = connect()) {
            assertThat(answerTo('a', connection)).isEqualTo('a');
        }
    }

    @Test
    void whenItIsShutConnectionsBreakAndNewOnesTooUntilItIsOpened() throws IOException {
        try (var connection = connect()) {
            assertThat(answerTo('a', connection)).isEqualTo('a');
            gate.shut();
            assertThatIOException().isThrownBy(() -> answerTo('b', connection)).isInstanceOf(SocketException.class);
        }
        try (var refused = connect()) {
            assertThatIOException().isThrownBy(() -> answerTo('c', refused));
        }
        gate.open();
        try (var connection = connect()) {
            assertThat(answerTo('d', connection)).isEqualTo('d');
        }
    }

    @Test
    void whileItIsSilentNothingArrivesAndAfterwardsEverythingDoes() throws IOException {
        try (var connection = connect()) {
            assertThat(answerTo('a', connection)).isEqualTo('a');
            gate.let(new Passage.Silent());
            connection.getOutputStream().write('b');
            connection.setSoTimeout(300);
            assertThatIOException()
                    .isThrownBy(() -> connection.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            gate.open();
            connection.setSoTimeout(0);
            assertThat(connection.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void whileItIsSilentNewConnectionsAreTakenAndHearNothing() throws IOException {
        gate.let(new Passage.Silent());
        try (var connection = connect()) {
            connection.getOutputStream().write('a');
            connection.setSoTimeout(300);
            assertThatIOException()
                    .isThrownBy(() -> connection.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatIsSlowArrivesWholeAndNotAtOnce() throws IOException {
        gate.let(new Passage.Slow(1_000));
        var said = "slow".repeat(500).getBytes(US_ASCII);
        try (var connection = connect()) {
            connection.getOutputStream().write(said);
            int first = connection.getInputStream().read();
            assertThat(first).isEqualTo('s');
            assertThat(connection.getInputStream().available()).isLessThan(said.length - 1);
            assertThat(connection.getInputStream().readNBytes(said.length - 1))
                    .isEqualTo(Arrays.copyOfRange(said, 1, said.length));
        }
    }

    @Test
    void itBreaksInTheMiddleOfAnAnswerAgainAndAgain() throws IOException {
        gate.let(new Passage.Breaking(1_000));
        for (int time = 0; time < 2; time++) {
            try (var connection = connect()) {
                connection.getOutputStream().write(new byte[500]);
                assertThat(connection.getInputStream().readNBytes(500)).hasSize(500);
                connection.getOutputStream().write(new byte[1_000]);
                assertThatIOException()
                        .isThrownBy(() -> connection.getInputStream().readNBytes(1_000))
                        .isInstanceOf(SocketException.class);
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", gate.addressOf(address).getPort());
    }

    private static int answerTo(char said, Socket connection) throws IOException {
        connection.getOutputStream().write(said);
        int answer = connection.getInputStream().read();
        if (answer < 0) {
            throw new SocketException("ended");
        }
        return answer;
    }
}
