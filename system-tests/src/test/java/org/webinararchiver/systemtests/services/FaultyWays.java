package org.webinararchiver.systemtests.services;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.testservices.GatedServer;
import org.webinararchiver.testservices.ObjectStorageResource;
import org.webinararchiver.testservices.Passage;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TcpGate;
import org.webinararchiver.testservices.TestBroker;
import org.webinararchiver.testservices.TestBucket;
import org.webinararchiver.testservices.TestObjectStorage;

/** The ways from services to all that they need, a gate on each. The test itself needs none of them. */
final class FaultyWays implements AutoCloseable {
    /** Who is at the other end. */
    enum To {
        BROKER,
        DATABASE,
        STORE,
        ORIGIN
    }

    private final Map<To, TcpGate> gates = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> database = new PostgresResource().start();
    private final TestBucket bucket = TestObjectStorage.server().newBucket();
    private final TestBroker broker = TestBroker.server();
    private final URI origin;

    FaultyWays(Simulator simulator) {
        origin = simulator.base();
        gates.put(To.BROKER, broker.gate());
        gates.put(To.ORIGIN, TcpGate.to(origin));
        add(To.DATABASE, GatedServer.of(database, "quarkus.datasource.jdbc.url"));
        add(To.STORE, GatedServer.of(ObjectStorageResource.settings(bucket), "archiver.storage.endpoint"));
    }

    private void add(To server, GatedServer gated) {
        gates.put(server, gated.gate());
        gated.settings().forEach((name, value) -> settings.put(Deployment.variable(name), value));
    }

    /** What leads services to database and object store by way of the gates. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** The broker by way of its gate. */
    TestBroker broker() {
        return broker.by(gates.get(To.BROKER));
    }

    URI linkTo(Meeting meeting) {
        return Simulator.linkTo(meeting, gates.get(To.ORIGIN).addressOf(origin));
    }

    void let(To server, Passage passage) {
        gates.get(server).let(passage);
    }

    void openAll() {
        gates.values().forEach(TcpGate::open);
    }

    /** The database without its gate, by the names of the settings that lead to it. */
    Map<String, String> database() {
        return database;
    }

    /** All objects of a recording that are stored. */
    List<String> objects(String recording) {
        return new ArrayList<>(bucket.sizes("recordings/" + recording).keySet());
    }

    @Override
    public void close() {
        gates.values().forEach(TcpGate::close);
    }
}
