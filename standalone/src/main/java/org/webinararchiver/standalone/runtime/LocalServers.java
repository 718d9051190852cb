package org.webinararchiver.standalone.runtime;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.webinararchiver.embedded.broker.EmbeddedBroker;
import org.webinararchiver.embedded.database.DatabaseSettings;
import org.webinararchiver.embedded.database.EmbeddedDatabase;

/** The database and the broker that the roles talk to, started side by side. */
final class LocalServers implements AutoCloseable {
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;

    private LocalServers(EmbeddedDatabase database, EmbeddedBroker broker) {
        this.database = database;
        this.broker = broker;
    }

    /** @param meanwhile is done while they start */
    static LocalServers start(DataFolder folder, Runnable meanwhile) {
        var database = CompletableFuture.supplyAsync(() ->
                EmbeddedDatabase.start(DatabaseSettings.in(folder.database()).withBinariesFolder(folder.programs())));
        var broker = CompletableFuture.supplyAsync(EmbeddedBroker::start);
        meanwhile.run();
        try {
            return new LocalServers(database.join(), broker.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * How the roles find them. The embedded broker knows one type of queue and no dead letters, and refuses to be asked
     * for any.
     */
    Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "rabbitmq-host", broker.host(),
                "rabbitmq-port", Integer.toString(broker.port()),
                "rabbitmq-username", broker.user(),
                "rabbitmq-password", broker.password(),
                "rabbitmq-virtual-host", broker.virtualHost(),
                "archiver.broker.queue-type", "",
                "archiver.broker.dead-letters", "false");
    }

    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            database.close();
        }
    }
}
