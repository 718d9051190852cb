package org.webinararchiver.systemtests.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.systemtests.media.FoundFfmpeg;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.ObjectStorageResource;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TestBroker;
import org.webinararchiver.testservices.TestBucket;
import org.webinararchiver.testservices.TestObjectStorage;

/** One API service and two workers of each role, with a database and a bucket of their own. */
public final class Deployment implements AutoCloseable {
    private static final List<String> WORKERS = List.of("download-worker", "compile-worker");
    private static final int WORKERS_OF_A_ROLE = 2;

    private final Outputs outputs;
    private final Path scratch;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> secrets;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Map<String, String> database;
    private final TestBucket bucket;
    private int started;

    private Deployment(
            Outputs outputs, Path scratch, Map<String, String> settings, TestBroker broker, String secretsKey)
            throws FfmpegNotFound, InterruptedException {
        this.outputs = outputs;
        this.scratch = scratch;
        this.secrets = Map.of("ARCHIVER_SECRETS_KEY", secretsKey);
        this.database = new PostgresResource().start();
        this.bucket = TestObjectStorage.server().newBucket();
        List.of(database, broker.settings(), ObjectStorageResource.settings(bucket))
                .forEach(found -> found.forEach((name, value) -> variables.put(variable(name), value)));
        variables.put("ARCHIVER_ALLOW_PRIVATE_HOSTS", "127.0.0.1");
        variables.put("ARCHIVER_FFMPEG", FoundFfmpeg.get().ffmpeg().toString());
        variables.putAll(settings);
    }

    /**
     * Starts all of it and waits until everything is ready.
     *
     * @param scratch a folder for what the workers keep on the way
     * @param settings further variables for every service
     */
    static Deployment start(Outputs outputs, Path scratch, Map<String, String> settings)
            throws IOException, InterruptedException, FfmpegNotFound {
        var deployment = new Deployment(outputs, scratch, settings, TestBroker.server(), SecretsKey.random());
        try {
            deployment.run("api-service");
            deployment.fillUp();
            return deployment;
        } catch (IOException | RuntimeException | Error e) {
            deployment.close();
            throw e;
        }
    }

    /** Starts one service of each of these modules on this broker, which need not run yet. Waits for nothing. */
    public static Deployment begin(
            Outputs outputs, Path scratch, Map<String, String> settings, TestBroker broker, List<String> modules)
            throws IOException, InterruptedException, FfmpegNotFound {
        var deployment = new Deployment(outputs, scratch, settings, broker, SecretsKey.random());
        try {
            for (var module : modules) {
                deployment.run(module);
            }
            return deployment;
        } catch (IOException | RuntimeException | Error e) {
            deployment.close();
            throw e;
        }
    }

    public void awaitReady() {
        services.forEach(ServiceProcess::awaitReady);
    }

    /** By the rule of MicroProfile Config: what is no letter or digit becomes an underscore. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Starts workers in place of those that have ended, and waits until all are ready. */
    void fillUp() throws IOException {
        services.removeIf(service -> !service.isAlive());
        for (var module : WORKERS) {
            for (var living = of(module).size(); living < WORKERS_OF_A_ROLE; living++) {
                run(module);
            }
        }
        awaitReady();
    }

    /** Starts another one in place of a service that has ended. Waits for nothing. */
    void replace(ServiceProcess ended) throws IOException {
        services.remove(ended);
        run(ended.module());
    }

    /** Ends all of it at once, as a disaster does. */
    void killAll() throws InterruptedException {
        for (var service : services) {
            service.kill();
        }
        services.clear();
    }

    /** Starts one service of each of these modules on the same servers, and waits until all are ready. */
    void startAgain(List<String> modules) throws IOException {
        for (var module : modules) {
            run(module);
        }
        awaitReady();
    }

    private void run(String module) throws IOException {
        var environment = new HashMap<>(variables);
        if (!module.equals("compile-worker")) {
            environment.putAll(secrets);
        }
        services.add(ServiceProcess.start(module, environment, scratch.resolve(module + "-" + ++started), outputs));
    }

    public List<ServiceProcess> of(String module) {
        return services.stream()
                .filter(service -> service.module().equals(module))
                .toList();
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** The service that is this process. */
    ServiceProcess withPid(long pid) {
        return services.stream()
                .filter(service -> service.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service of this deployment is process " + pid));
    }

    public RecordingsApi recordings() {
        return new RecordingsApi(of("api-service").getFirst().port());
    }

    TaskTable tasks() {
        return new TaskTable(database);
    }

    /** Where its objects are. */
    TestBucket bucket() {
        return bucket;
    }

    /** With what session ids and tokens are sealed. */
    String secretsKey() {
        return secrets.get("ARCHIVER_SECRETS_KEY");
    }

    /** Its database, by the names of the settings that lead to it. */
    public Map<String, String> database() {
        return database;
    }

    @Override
    public void close() {
        services.forEach(ServiceProcess::close);
    }
}
