package org.webinararchiver.media.mp4;

import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.VideoStream;

/**
 * A track of pictures or sound.
 *
 * @param id by which fragments name it
 * @param clock of its samples' times
 * @param times of the samples seen so far; fragments add to them
 */
record Track(long id, Timescale clock, EditList edits, Description description, SampleTimes times) {

    Span shown() throws NotMp4 {
        return edits.show(times, clock);
    }

    VideoStream stream(Description.Video video) throws NotMp4 {
        var span = shown();
        return new VideoStream(
                video.codec(),
                video.width(),
                video.height(),
                span.start(),
                span.length(),
                times.count(),
                video.configuration() + " 1/" + clock.ticks());
    }

    AudioStream stream(Description.Audio audio) throws NotMp4 {
        var span = shown();
        return new AudioStream(
                audio.codec(),
                audio.sampleRate(),
                audio.channels(),
                span.start(),
                span.length(),
                audio.configuration() + " 1/" + clock.ticks());
    }
}
