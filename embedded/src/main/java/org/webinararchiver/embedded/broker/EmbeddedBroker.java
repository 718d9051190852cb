package org.webinararchiver.embedded.broker;

import java.time.Duration;
import org.apache.qpid.server.SystemLauncher;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;
import org.webinararchiver.embedded.RandomPassword;

/**
 * An AMQP 0-9-1 broker inside this program, on a free port of 127.0.0.1, with one user and a random password.
 *
 * <p>It is Apache Qpid Broker-J and keeps everything in memory: what is in it is gone when it closes. Several can run
 * at once.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = Logger.getLogger(EmbeddedBroker.class);
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SystemLauncher launcher;
    private final int port;
    private final String password;

    private EmbeddedBroker(SystemLauncher launcher, int port, String password) {
        this.launcher = launcher;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a broker and returns when it accepts connections, after a second or two.
     *
     * @throws EmbeddedServerException when it does not start
     */
    public static EmbeddedBroker start() {
        var listening = new ListeningPort();
        var launcher = new SystemLauncher(listening);
        var password = RandomPassword.create();
        QpidClassLoader.run(() -> launch(launcher, password));
        try {
            int port = listening.number();
            listening.broker().ifPresent(QpidShutdownHook::remove);
            log.debugf("The broker listens on port %d", port);
            return new EmbeddedBroker(launcher, port, password);
        } catch (EmbeddedServerException failed) {
            launcher.shutdown();
            throw failed;
        }
    }

    private static void launch(SystemLauncher launcher, String password) {
        try {
            launcher.startup(BrokerConfiguration.attributes(HOST, BrokerConfiguration.USER, password));
        } catch (Exception failed) {
            throw new EmbeddedServerException(
                    "The embedded broker did not start: " + failed, ListeningPort.ADVICE, failed);
        }
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    public String user() {
        return BrokerConfiguration.USER;
    }

    public String password() {
        return password;
    }

    /** The only virtual host, as a client names it when it connects. */
    public String virtualHost() {
        return BrokerConfiguration.VIRTUAL_HOST;
    }

    /**
     * Closes all connections and forgets all messages. Closed while clients break off, as in a program that is
     * interrupted, Qpid may wait half a minute for what does not come. Nothing is lost by not waiting for that.
     */
    @Override
    public void close() {
        var closing =
                Thread.ofPlatform().name("broker-closes").daemon().start(() -> QpidClassLoader.run(launcher::shutdown));
        try {
            if (!closing.join(PATIENCE)) {
                log.debug("The broker is still closing; it ends with this program");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
