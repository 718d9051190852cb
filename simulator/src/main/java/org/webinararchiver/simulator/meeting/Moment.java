package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.tone.ToneReading;

/**
 * What the platform recorded of one instant.
 *
 * @param at the instant, which is also what the markers in its frames say
 * @param visible the cameras and screens with a picture
 * @param audible whose tones sound, and what they say
 * @param slide what the marker of the slide says that is put up
 */
public record Moment(Duration at, Set<Visible> visible, Set<ToneReading> audible, Optional<FrameReading> slide) {
    public Moment {
        Objects.requireNonNull(at);
        visible = Set.copyOf(visible);
        audible = Set.copyOf(audible);
    }

    /**
     * A camera or screen with a picture.
     *
     * @param frame how long each of its frames is shown: what is seen may be older by that much
     */
    public record Visible(int source, Duration frame) {}
}
