package org.webinararchiver.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.platform.storage.s3.S3Location;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;

/** Opens the store that is configured when it is used for the first time, and closes it with the application. */
@ApplicationScoped
public class ObjectStoreProducer {
    private static final Logger LOG = Logger.getLogger(ObjectStoreProducer.class);

    private final StorageSettings settings;

    ObjectStoreProducer(StorageSettings settings) {
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    ObjectStore open() throws IOException {
        return switch (settings.kind()) {
            case DIRECTORY -> DirectoryObjectStore.open(settings.directory(), Clock.systemUTC());
            case S3 -> openS3();
        };
    }

    void close(@Disposes ObjectStore store) {
        try {
            store.close();
        } catch (IOException e) {
            LOG.warn("The object store was not closed in order", e);
        }
    }

    private ObjectStore openS3() throws IOException {
        var location = new S3Location(
                required("endpoint", settings.endpoint()),
                settings.publicEndpoint(),
                settings.region(),
                settings.bucket(),
                required("access-key", settings.accessKey()),
                new Secret(required("secret-key", settings.secretKey())));
        var store = S3ObjectStore.at(location);
        try {
            store.ensureBucket();
        } catch (StoreUnreachable notYet) {
            LOG.warnf("%s; it is asked again when something is to be stored", notYet.getMessage());
        } catch (StoreRefused refused) {
            LOG.errorf("%s; %s", refused.getMessage(), refused.failure().advice());
        }
        return store;
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException(
                "archiver.storage." + name + " must be set where archiver.storage.kind is s3"));
    }
}
