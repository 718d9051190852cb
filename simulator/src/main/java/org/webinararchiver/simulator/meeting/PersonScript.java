package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.core.manifest.Track;

/** Writes what one person sent; each call is one media file. */
public final class PersonScript {
    private final Person person;
    private final MeetingScript meeting;

    PersonScript(Person person, MeetingScript meeting) {
        this.person = person;
        this.meeting = meeting;
    }

    /** Camera and microphone, of the usual size. */
    public PersonScript camera(Duration at, Duration lasting) {
        return camera(at, lasting, PictureSpec.CAMERA);
    }

    /** Camera and microphone. */
    public PersonScript camera(Duration at, Duration lasting, PictureSpec picture) {
        return take(Track.Kind.PERSON, at, lasting, Optional.of(picture), Optional.of(SoundSpec.MICROPHONE));
    }

    /** Camera and microphone in consecutive files of one length; the last one is what remains. */
    public PersonScript cameraInFiles(Duration from, Duration to, Duration each) {
        for (var at = from; at.compareTo(to) < 0; at = at.plus(each)) {
            var rest = to.minus(at);
            camera(at, rest.compareTo(each) < 0 ? rest : each);
        }
        return this;
    }

    /** A camera whose microphone is off. */
    public PersonScript silentCamera(Duration at, Duration lasting, PictureSpec picture) {
        return take(Track.Kind.PERSON, at, lasting, Optional.of(picture), Optional.empty());
    }

    /** A microphone without a camera. */
    public PersonScript microphone(Duration at, Duration lasting) {
        return take(Track.Kind.PERSON, at, lasting, Optional.empty(), Optional.of(SoundSpec.MICROPHONE));
    }

    /** A shared screen, which has no sound. */
    public PersonScript screen(Duration at, Duration lasting, PictureSpec picture) {
        return take(Track.Kind.SCREEN, at, lasting, Optional.of(picture), Optional.empty());
    }

    /** Camera and microphone, of the usual size, in a file that began before or goes on after. */
    public PersonScript camera(Duration at, Duration lasting, Excess excess) {
        return take(
                Track.Kind.PERSON,
                at,
                lasting,
                Optional.of(PictureSpec.CAMERA),
                Optional.of(SoundSpec.MICROPHONE),
                excess);
    }

    /** A shared screen in a file that goes on after. */
    public PersonScript screen(Duration at, Duration lasting, PictureSpec picture, Excess excess) {
        return take(Track.Kind.SCREEN, at, lasting, Optional.of(picture), Optional.empty(), excess);
    }

    /** A microphone without a camera, in a file that began before or goes on after. */
    public PersonScript microphone(Duration at, Duration lasting, Excess excess) {
        return take(Track.Kind.PERSON, at, lasting, Optional.empty(), Optional.of(SoundSpec.MICROPHONE), excess);
    }

    /** Camera and microphone, of the usual size, of which the file has only the sound; the rest has a playlist. */
    public PersonScript cameraInTwin(Duration at, Duration lasting, TwinSpec twin) {
        meeting.add(new Take(
                meeting.fileName(),
                person,
                Track.Kind.PERSON,
                at,
                lasting,
                Optional.of(PictureSpec.CAMERA),
                Optional.of(SoundSpec.MICROPHONE),
                Excess.NONE,
                Optional.of(twin)));
        return this;
    }

    /** From now on others see another name. */
    public PersonScript renamed(Duration at, String name) {
        meeting.add(new Happening.Renamed(at, person, name));
        return this;
    }

    private PersonScript take(
            Track.Kind kind, Duration at, Duration lasting, Optional<PictureSpec> picture, Optional<SoundSpec> sound) {
        return take(kind, at, lasting, picture, sound, Excess.NONE);
    }

    private PersonScript take(
            Track.Kind kind,
            Duration at,
            Duration lasting,
            Optional<PictureSpec> picture,
            Optional<SoundSpec> sound,
            Excess excess) {
        meeting.add(new Take(meeting.fileName(), person, kind, at, lasting, picture, sound, excess));
        return this;
    }
}
