package org.webinararchiver.standalone.archive;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.webinararchiver.client.ArchiverException;
import org.webinararchiver.client.ClientSettings;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.Search;
import org.webinararchiver.client.UnreachableException;
import org.webinararchiver.client.WebinarArchiverClient;
import org.webinararchiver.standalone.local.Door;
import org.webinararchiver.standalone.local.LocalResource.Exported;
import org.webinararchiver.standalone.local.LocalResource.Presence;
import org.webinararchiver.standalone.runtime.RunningArchive;

/**
 * The archive that a command works with, asked over loopback in any case: whether it runs in this process or another
 * one of the same user makes no difference to what a command does.
 */
public final class Archive implements AutoCloseable {
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration TO_COPY = Duration.ofHours(6);

    private static final int INSUFFICIENT_STORAGE = 507;

    private final WebinarArchiverClient client;
    private final RunningArchive running;
    private final Optional<UUID> guest;

    private Archive(RunningArchive running, ClientSettings settings, Optional<UUID> guest) {
        this.running = running;
        this.client = new WebinarArchiverClient(settings);
        this.guest = guest;
    }

    /** The one of this process. */
    public static Archive own(RunningArchive running) {
        return of(running, Optional.empty());
    }

    /** The one of another process, which does not end as long as this one is open and used. */
    public static Archive joined(RunningArchive running) {
        return of(running, Optional.of(UUID.randomUUID()));
    }

    private static Archive of(RunningArchive running, Optional<UUID> guest) {
        var settings = ClientSettings.of(running.address())
                .withHeader(Door.TOKEN, running.token())
                .withAttempts(ATTEMPTS, FIRST_PAUSE)
                .withAnswerWithin(ANSWER);
        var asGuest =
                guest.map(id -> settings.withHeader(Door.GUEST, id.toString())).orElse(settings);
        return new Archive(running, asGuest, guest);
    }

    /** Whether this says nothing of what was asked for, but that the archive itself is in trouble, or ending. */
    public static boolean isInTrouble(ProblemException refusal) {
        return refusal.status() >= 500 && refusal.status() != INSUFFICIENT_STORAGE;
    }

    /** Whether it answers, and is the one whose token we have. */
    public boolean isThere() {
        try {
            client.call("GET", "/local", null, ANSWER, Presence.class);
            return true;
        } catch (UnreachableException | ProblemException nobodyWeKnow) {
            return false;
        }
    }

    /** Where it is reached by this name of its machine. */
    public URI address(String host) {
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, running.port()));
    }

    /** Whether it has a page here. */
    public boolean hasPage(String path) {
        try {
            client.call("GET", path, null, ANSWER, Void.class);
            return true;
        } catch (ArchiverException noPage) {
            return false;
        }
    }

    public Recording submit(Wanted wanted) {
        return client.submit(wanted.submission());
    }

    public Recording show(UUID id) {
        return client.show(id);
    }

    public Stream<Recording> list(Search search) {
        return client.list(search);
    }

    public Recording cancel(UUID id) {
        return client.cancel(id);
    }

    public Recording retry(UUID id) {
        return client.retry(id);
    }

    /** Removes a recording with all that is kept of it; files that were exported stay. */
    public void delete(UUID id) {
        client.delete(id);
    }

    /**
     * Puts the finished file of a recording, and what belongs to it, where the user wants it.
     *
     * @throws ProblemException when it cannot be written there
     */
    public ExportedFiles export(UUID id, ExportWish wish) {
        var exported = client.call("POST", "/local/recordings/%s/export".formatted(id), wish, TO_COPY, Exported.class);
        return exported.files();
    }

    private void leave(UUID id) {
        try {
            client.call("DELETE", "/local/guests/" + id, null, ANSWER, Void.class);
        } catch (ArchiverException gone) {
            // Whom nobody hears is taken for gone after some seconds anyway.
        }
    }

    @Override
    public void close() {
        guest.ifPresent(this::leave);
        client.close();
    }
}
