package org.webinararchiver.simulator.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SoundSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;

/** The arguments with which ffmpeg makes a take's file: frames come through its input, sound from a file. */
final class TakeCommand {
    private final List<String> arguments = new ArrayList<>();

    private TakeCommand() {}

    /** @param sound raw 16-bit samples, looked at only when the take has sound */
    static List<String> of(Take take, Path sound, Path output) {
        var command = new TakeCommand();
        command.add("-hide_banner", "-loglevel", "warning", "-y");
        take.picture().ifPresent(command::readFrames);
        take.sound().ifPresent(spec -> command.readSound(spec, sound));
        take.picture().ifPresent(command::encodeFrames);
        take.sound().ifPresent(command::encodeSound);
        command.write(output);
        return List.copyOf(command.arguments);
    }

    /** As a piece of a twin: VP9 or Opus, a fragment for each piece. */
    static List<String> ofTwin(Take take, Path sound, Path output) {
        var command = new TakeCommand();
        command.add("-hide_banner", "-loglevel", "warning", "-y");
        take.picture().ifPresent(command::readFrames);
        take.sound().ifPresent(spec -> command.readSound(spec, sound));
        take.picture().ifPresent(command::encodeFramesOfTwin);
        take.sound().ifPresent(command::encodeSoundOfTwin);
        command.add("-map_metadata", "-1", "-fflags", "+bitexact");
        command.add("-movflags", "+frag_keyframe+empty_moov+default_base_moof+skip_trailer");
        command.add("-f", "mp4", "file:" + output);
        return List.copyOf(command.arguments);
    }

    private void encodeFramesOfTwin(PictureSpec picture) {
        var piece = Long.toString(picture.framesPerSecond() * TwinPart.PIECE.toSeconds());
        add("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "0", "-crf", "30");
        add("-pix_fmt", "yuv420p", "-g", piece, "-keyint_min", piece, "-threads:v", "1", "-flags:v", "+bitexact");
        add("-video_track_timescale", "90000");
    }

    private void encodeSoundOfTwin(SoundSpec sound) {
        add("-c:a", "libopus", "-b:a", sound.kilobits() + "k", "-flags:a", "+bitexact");
        add("-frag_duration", Long.toString(TwinPart.PIECE.toMillis() * 1000));
    }

    private void readFrames(PictureSpec picture) {
        add(
                "-f",
                "rawvideo",
                "-pixel_format",
                "bgr24",
                "-video_size",
                picture.size().toString());
        add("-framerate", Integer.toString(picture.framesPerSecond()), "-i", "pipe:0");
    }

    private void readSound(SoundSpec sound, Path file) {
        add("-f", "s16le", "-sample_rate", Integer.toString(sound.sampleRate()), "-ch_layout", "mono");
        add("-i", "file:" + file);
    }

    /** One thread and no time in the file, so that the same take is the same bytes everywhere. */
    private void encodeFrames(PictureSpec picture) {
        var second = Integer.toString(picture.framesPerSecond());
        add("-c:v", "libx264", "-preset", "veryfast", "-crf", Integer.toString(picture.quality()));
        add("-pix_fmt", "yuv420p", "-g", second, "-keyint_min", second, "-sc_threshold", "0");
        add("-bf", picture.reordered() ? "2" : "0", "-threads:v", "1", "-flags:v", "+cgop+bitexact");
        add("-video_track_timescale", "90000");
    }

    private void encodeSound(SoundSpec sound) {
        add("-c:a", "aac", "-b:a", sound.kilobits() + "k", "-flags:a", "+bitexact");
    }

    private void write(Path output) {
        add("-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", "file:" + output);
    }

    private void add(String... words) {
        arguments.addAll(List.of(words));
    }
}
