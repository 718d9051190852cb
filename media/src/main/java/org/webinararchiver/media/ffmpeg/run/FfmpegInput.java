package org.webinararchiver.media.ffmpeg.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Something that ffmpeg reads. The options of each stand before its {@code -i}, for example {@code -ss} and {@code -t}.
 */
public sealed interface FfmpegInput {

    /** For example {@code List.of("-ss", "1.5", "-t", "10")}. */
    List<String> options();

    /**
     * A media file from anywhere, hostile ones included. It is read only as one of the {@linkplain Formats#MEDIA
     * formats that name no other files}: never as a playlist, whatever it holds or is called.
     */
    record Media(Path file, List<String> options) implements FfmpegInput {
        public Media {
            Objects.requireNonNull(file);
            options = Options.ofInput(options);
        }

        public Media(Path file) {
            this(file, List.of());
        }
    }

    /** Several media files one after the other: a list that {@link JoinList} wrote. */
    record Joined(Path list, List<String> options) implements FfmpegInput {
        public Joined {
            Objects.requireNonNull(list);
            options = Options.ofInput(options);
        }

        public Joined(Path list) {
            this(list, List.of());
        }
    }

    /** One picture; {@code -loop 1 -framerate 5} among the options makes a film of it. */
    record Picture(Path file, List<String> options) implements FfmpegInput {
        public Picture {
            Objects.requireNonNull(file);
            options = Options.ofInput(options);
        }

        public Picture(Path file) {
            this(file, List.of());
        }
    }

    /**
     * One picture from anywhere, hostile ones included. It is read as this format by the decoder of this format,
     * whatever it holds or is called.
     */
    record ForeignPicture(Path file, PictureFormat format) implements FfmpegInput {
        public ForeignPicture {
            Objects.requireNonNull(file);
            Objects.requireNonNull(format);
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /**
     * What is told of a file, its chapters for example, and no picture or sound.
     *
     * @param file that {@link ChapterFile} wrote
     */
    record Description(Path file) implements FfmpegInput {
        public Description {
            Objects.requireNonNull(file);
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }

    /**
     * What a graph of filters makes, for example {@code color=black:s=1280x720:r=25}.
     *
     * @param graph never holds text from outside, since filters can read files
     */
    record Generated(String graph, List<String> options) implements FfmpegInput {
        public Generated {
            Objects.requireNonNull(graph);
            options = Options.ofInput(options);
        }

        public Generated(String graph) {
            this(graph, List.of());
        }
    }
}
