package org.webinararchiver.standalone.runtime;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.scratch.ScratchFolder;
import org.webinararchiver.standalone.archive.ArchiveApplication;
import org.webinararchiver.standalone.archive.ArchiveJob;
import org.webinararchiver.standalone.progress.Display;

/** Starts servers and roles in this process, lets them do one job, and stops them in order. */
final class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final long SECONDS_FOR_THE_ROLES_TO_END = 25;

    private final DataFolder folder;
    private final Display display;
    private final Listening listening;
    private final Map<String, String> settings;
    private final CountDownLatch rolesEnded = new CountDownLatch(1);

    /** @param settings more settings of the roles */
    Engine(DataFolder folder, Display display, Listening listening, Map<String, String> settings) {
        this.folder = folder;
        this.display = display;
        this.listening = listening;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Does the job and answers its exit code.
     *
     * @throws EngineFailure when the roles do not start
     */
    int run(ArchiveJob job) throws IOException {
        display.preparing("starting the database and the broker");
        configure(staticSettings());
        configure(settings);
        try (var servers = LocalServers.start(folder, Engine::loadRoles)) {
            display.preparing("starting the services");
            configure(servers.configuration());
            var hook = stopInOrderWhenInterrupted(servers);
            try {
                return runRoles(job);
            } finally {
                rolesEnded.countDown();
                forget(hook);
            }
        }
    }

    /**
     * Does what of the roles' start needs no server: their classes are loaded and their mappings to the database made.
     * What goes wrong here goes wrong again, and is told, when they start.
     */
    private static void loadRoles() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("the roles could not be loaded beforehand", e);
        }
    }

    private int runRoles(ArchiveJob job) {
        var exitCode = new AtomicReference<>(1);
        var failure = new AtomicReference<Throwable>();
        ArchiveApplication.next(EngineTask.of(job, folder, display, listening));
        Quarkus.run(ArchiveApplication.class, (code, thrown) -> {
            exitCode.set(code);
            failure.set(thrown);
        });
        if (failure.get() != null) {
            throw new EngineFailure(folder, failure.get());
        }
        return exitCode.get();
    }

    /** Ctrl+C ends the roles by a hook of their own; the servers under them must outlive that. */
    private Thread stopInOrderWhenInterrupted(LocalServers servers) {
        var hook = new Thread(() -> {
            try {
                rolesEnded.await(SECONDS_FOR_THE_ROLES_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                servers.close();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending and the hook is at work already: it waits for the roles and stops the servers.
            await(hook);
        }
    }

    private static void await(Thread hook) {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> staticSettings() throws IOException {
        Files.createDirectories(folder.log().getParent());
        ScratchFolder.delete(folder.scratch());
        return Map.ofEntries(
                Map.entry("archiver.storage.kind", "directory"),
                Map.entry("archiver.storage.directory", folder.objects().toString()),
                Map.entry("archiver.secrets.key", SecretKeyFile.readOrMake(folder.secretKey())),
                Map.entry("quarkus.http.host", listening.host()),
                Map.entry("quarkus.http.port", Integer.toString(listening.port())),
                Map.entry("archiver.scratch", folder.scratch().toString()),
                Map.entry("archiver.programs", folder.programs().toString()),
                Map.entry("quarkus.log.file.path", folder.log().toString()));
    }

    private static void configure(Map<String, String> settings) {
        settings.forEach(System::setProperty);
    }
}
