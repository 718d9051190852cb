package org.webinararchiver.platform.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Identifiers;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.secret.Vault;

/** Takes a link in: the same link of the same owner is one recording, however often it is submitted. */
@ApplicationScoped
public class Intake {
    private final Recordings recordings;
    private final Vault vault;
    private final Pipeline pipeline;
    private final Identifiers identifiers;

    public Intake(Recordings recordings, Vault vault, Pipeline pipeline, Identifiers identifiers) {
        this.recordings = recordings;
        this.vault = vault;
        this.pipeline = pipeline;
        this.identifiers = identifiers;
    }

    /** The recording of this link: a new one, the one that is under way or finished, or a failed one, begun again. */
    @Transactional
    public Recording submit(String owner, RecognisedLink submitted) {
        oneAtATime(owner, submitted);
        var known = recordings.of(owner, submitted.link());
        var recording = known.orElseGet(() -> create(owner, submitted));
        if (!submitted.pass().isEmpty()) {
            vault.keep(recording.id(), submitted.pass());
        }
        if (known.isEmpty()) {
            pipeline.submitted(recording);
        } else if (begunAgain(recording)) {
            recording.again();
            pipeline.submitted(recording);
        }
        return recording;
    }

    private static boolean begunAgain(Recording recording) {
        return recording.state() == RecordingState.FAILED || recording.state() == RecordingState.CANCELLED;
    }

    private Recording create(String owner, RecognisedLink submitted) {
        var recording = new Recording(identifiers.next(), owner, submitted.link());
        recordings.persistAndFlush(recording);
        return recording;
    }

    /** Two people who submit one link at the same moment get one recording, not an error. */
    private void oneAtATime(String owner, RecognisedLink submitted) {
        recordings
                .getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:link, 0))")
                .setParameter(
                        "link",
                        owner
                                + '\n'
                                + submitted.link().source()
                                + '\n'
                                + submitted.link().key())
                .getSingleResult();
    }
}
