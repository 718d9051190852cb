package org.webinararchiver.download.fetch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.platform.upload.AbandonedUploads;

/** Removes now and then what nobody will go on with. Each worker does, since any of them may be the only one. */
@ApplicationScoped
public class UploadCleaning {
    private static final Logger LOG = Logger.getLogger(UploadCleaning.class);

    private final AbandonedUploads abandoned;
    private final DownloadSettings.Uploads settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upload-cleaning").factory());

    public UploadCleaning(AbandonedUploads abandoned, DownloadSettings settings) {
        this.abandoned = abandoned;
        this.settings = settings.uploads();
    }

    void start(@Observes StartupEvent event) {
        var look = settings.look().toMillis();
        clockwork.scheduleWithFixedDelay(this::guarded, look, look, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void guarded() {
        try {
            abandoned.abort(settings.keep());
        } catch (RuntimeException e) {
            LOG.warnf("abandoned uploads could not be looked for, it is tried again: %s", e.getMessage());
        }
    }
}
