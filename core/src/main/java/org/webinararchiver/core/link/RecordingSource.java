package org.webinararchiver.core.link;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.Web;

/** A platform that recordings come from: it turns a link into a manifest. Nothing after that knows the platform. */
public interface RecordingSource {

    /** The source's stable name in kebab case, kept in the database. */
    String name();

    /** The forms of link that {@link #recognise} takes, as a person would read them, for error messages. */
    List<String> linkForms();

    /** Tells whether this text, as a user pasted it, is a link to a recording of this platform. Asks nobody. */
    Optional<RecognisedLink> recognise(String text);

    /**
     * Asks the platform what the recording consists of.
     *
     * @throws FailureException when the platform's answer means that there is nothing to archive, or not now
     * @throws IOException when the platform cannot be reached or breaks off; worth another attempt
     */
    Manifest plan(RecordingLink link, Pass pass, Web web) throws FailureException, IOException;
}
