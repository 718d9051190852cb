package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.manifest.Segment;

/**
 * A file at its place in the meeting.
 *
 * @param session the platform's number of this piece of media, where known
 * @param at when it begins, from the recording's start
 * @param participation whose it is, where the file says so itself
 * @param endings whatever ends it when it ends
 */
public record MediaFile(
        Optional<String> session,
        Segment segment,
        Duration at,
        MediaOwner owner,
        Optional<String> participation,
        List<Ending> endings) {
    public MediaFile {
        endings = List.copyOf(endings);
    }
}
