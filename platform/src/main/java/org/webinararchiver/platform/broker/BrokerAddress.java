package org.webinararchiver.platform.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Where the broker is and as whom we speak to it. */
public record BrokerAddress(
        List<Address> servers, String user, String password, String virtualHost, boolean encrypted) {
    private static final int MOST_MILLIS = 5000;

    /**
     * Opens a connection apart from those of the channels, which ends with whoever closes it and is never renewed.
     *
     * @throws IOException when the broker is away or refuses us; a refusal is a
     *     {@link com.rabbitmq.client.PossibleAuthenticationFailureException}
     * @throws TimeoutException when nothing answers in time
     */
    public Connection connect(String purpose) throws IOException, TimeoutException {
        var factory = new ConnectionFactory();
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setVirtualHost(virtualHost);
        factory.setConnectionTimeout(MOST_MILLIS);
        factory.setHandshakeTimeout(MOST_MILLIS);
        factory.setAutomaticRecoveryEnabled(false);
        if (encrypted) {
            encrypt(factory);
        }
        return factory.newConnection(servers, purpose);
    }

    private static void encrypt(ConnectionFactory factory) throws IOException {
        try {
            factory.useSslProtocol(SSLContext.getDefault());
            factory.enableHostnameVerification();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("This Java cannot encrypt the connection to the broker", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s at %s, virtual host %s".formatted(user, servers, virtualHost);
    }
}
