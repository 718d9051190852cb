package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is missing from finished recordings. */
@ApplicationScoped
public class Gaps implements PanacheRepositoryBase<Gap, Gap.Key> {

    public List<Gap> ofRecording(UUID recording) {
        return list("key.recording = ?1 order by key.position", recording);
    }
}
