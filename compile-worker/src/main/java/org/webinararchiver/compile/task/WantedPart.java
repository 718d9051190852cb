package org.webinararchiver.compile.task;

import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.RenditionName;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.timeline.ManifestWindow;

/**
 * What is wanted of a recording.
 *
 * @param manifest only of what lies in the part that is wanted, which begins at zero
 * @param most how long the file may be; absent for all that is left
 * @param look how it is to look
 * @param name of the file
 * @param stems whether the sound of each participant is wanted beside it
 */
record WantedPart(Manifest manifest, Optional<Duration> most, Look look, RenditionName name, boolean stems) {

    /** @throws FailureException when the recording is over before that part begins */
    static WantedPart of(Manifest whole, RenditionOptions options) throws FailureException {
        var window = ManifestWindow.of(options.start(), options.maxDuration());
        return new WantedPart(
                window.appliedTo(whole), options.maxDuration(), options.look(), options.fileName(), options.stems());
    }
}
