package org.webinararchiver.simulator.witness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.process.PipedProgram;

/**
 * What a media file holds, as ffprobe tells it.
 *
 * @param duration of the whole file
 */
public record MediaStreams(Duration duration, List<MediaStream> streams) {
    public MediaStreams {
        streams = List.copyOf(streams);
    }

    /**
     * One stream.
     *
     * @param kind {@code video} or {@code audio}, or whatever else ffprobe calls it
     * @param codec for example {@code h264}
     * @param start when it begins
     * @param duration how long it is
     * @param width in pixels, 0 for sound
     * @param height in pixels, 0 for sound
     */
    public record MediaStream(String kind, String codec, Duration start, Duration duration, int width, int height) {}

    /** The first video stream. */
    public Optional<MediaStream> video() {
        return first("video");
    }

    /** The first audio stream. */
    public Optional<MediaStream> audio() {
        return first("audio");
    }

    private Optional<MediaStream> first(String kind) {
        return streams.stream().filter(stream -> stream.kind().equals(kind)).findFirst();
    }

    static MediaStreams of(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
        var command = List.of(
                ffmpeg.ffprobe().toString(),
                "-v",
                "error",
                "-show_entries",
                "format=duration:stream=codec_type,codec_name,start_time,duration,width,height",
                "-of",
                "json",
                "file:" + file);
        var told = new PipedProgram(command).read(output -> new ObjectMapper().readTree(output));
        var streams = new ArrayList<MediaStream>();
        for (var stream : told.path("streams")) {
            streams.add(stream(stream));
        }
        return new MediaStreams(seconds(told.path("format").path("duration")), streams);
    }

    private static MediaStream stream(JsonNode stream) {
        return new MediaStream(
                stream.path("codec_type").asText(),
                stream.path("codec_name").asText(),
                seconds(stream.path("start_time")),
                seconds(stream.path("duration")),
                stream.path("width").asInt(),
                stream.path("height").asInt());
    }

    private static Duration seconds(JsonNode decimal) {
        var text = decimal.asText("0");
        return Duration.ofNanos(new BigDecimal(text.matches("-?\\d+(\\.\\d+)?") ? text : "0")
                .movePointRight(9)
                .longValue());
    }
}
